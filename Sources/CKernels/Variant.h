// All kernels, compiled once by each instruction set's file, and their table.
// Define NAME (the table), TITLE, WIDTH and TILE_ROWS first.
#include "Functions.h"
#include "Training.h"

const dk_kernels NAME = {
  .name = TITLE,
  .map = map,
  .affine = affine,
  .weight_gradient = weightGradient,
  .input_gradient = inputGradient,
  .activate = activate,
  .activation_gradient = activationGradient,
  .softmax = softmax,
  .softmax_gradient = softmaxGradient,
  .loss = loss,
  .penalty = penalty,
  .update = update,
  .sum_of_squares = sumOfSquares,
  .all_finite = allFinite,
  .train_step = trainStep,
  .train_steps = trainSteps,
  .train_lanes = trainLanes,
};

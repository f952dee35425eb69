// The same training in plain C with loops over sizes known at run time: what a compiler makes of the obvious program.
//   plain WORKLOAD STEPS DATA   prints {"steps", "seconds", "cpu", "loss"}; exit code 3: no such workload.
// Build: cc -O3 -march=native -ffast-math plain.c -o plain -lm
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SIGMOID, TANH, RELU, LINEAR, SOFTMAX };
enum { MSE, HALF_MSE, BCE, CCE };
typedef struct {
  const char *name;
  int depth, units[12], hidden, output, loss, samples, batch;
  double rate;
} Workload;

static Workload job;
static double *weights[12], *biases[12], *z[12], *delta[12];

static const Workload all[] = {
  {"w1", 2, {1, 1, 1}, SIGMOID, SIGMOID, MSE, 1, 1, 0.5},
  {"w2", 2, {2, 2, 1}, RELU, SIGMOID, BCE, 4, 4, 0.1},
  {"w3", 3, {2, 4, 2, 1}, TANH, TANH, HALF_MSE, 500, 10, 0.03},
  {"w4", 2, {64, 32, 10}, RELU, SOFTMAX, CCE, 1797, 32, 0.1},
  {"w5", 2, {784, 128, 10}, RELU, SOFTMAX, CCE, 10000, 64, 0.1},
  {"w6", 2, {2, 2, 1}, RELU, SIGMOID, BCE, 4, 4, 0.1},
  {"w7", 10, {32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32}, RELU, LINEAR, MSE, 64, 64, 0.1},
};

static int find(const char *name) {
  const int width = strncmp(name, "w8-", 3) ? 0 : atoi(name + 3);
  if (width > 0) job = (Workload){name, 3, {64, width, width, 10}, RELU, SOFTMAX, CCE, 64, 64, 0.05};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    if (!strcmp(name, all[i].name)) job = all[i];
  return job.depth > 0;
}

static void forward(const double *input, int layer) {
  const int inputs = job.units[layer], units = job.units[layer + 1], last = layer == job.depth - 1;
  const int kind = last ? job.output : job.hidden;
  for (int s = 0; s < job.batch; s++) {
    double *row = z[layer] + (size_t)s * units;
    memcpy(row, biases[layer], sizeof(double) * units);
    for (int i = 0; i < inputs; i++)
      for (int j = 0; j < units; j++) row[j] += input[s * inputs + i] * weights[layer][(size_t)i * units + j];
    if (kind == RELU) for (int j = 0; j < units; j++) row[j] = row[j] > 0 ? row[j] : 0;
    if (kind == TANH) for (int j = 0; j < units; j++) row[j] = tanh(row[j]);
    if (kind == SIGMOID) for (int j = 0; j < units; j++) row[j] = 1 / (1 + exp(-row[j]));
    if (kind != SOFTMAX) continue;
    double largest = row[0], sum = 0;
    for (int j = 1; j < units; j++) largest = row[j] > largest ? row[j] : largest;
    for (int j = 0; j < units; j++) sum += row[j] = exp(row[j] - largest);
    for (int j = 0; j < units; j++) row[j] /= sum;
  }
}

static double slope(int kind, double a) {
  return kind == SIGMOID ? a * (1 - a) : kind == TANH ? 1 - a * a : kind == RELU ? a > 0 : 1;
}

/// The loss, and its derivative with respect to z of the output layer.
static double loss(const double *targets) {
  const int last = job.depth - 1, units = job.units[job.depth], n = job.batch * units;
  double sum = 0;
  for (int e = 0; e < n; e++) {
    const double a = z[last][e], t = targets[e], d = a - t;
    switch (job.loss) {
      case MSE: sum += d * d / n, delta[last][e] = 2 * d / n * slope(job.output, a); break;
      case HALF_MSE: sum += d * d / 2 / n, delta[last][e] = d / n * slope(job.output, a); break;
      case BCE: sum -= (t * log(a) + (1 - t) * log(1 - a)) / n, delta[last][e] = d / n; break;
      case CCE: sum -= t > 0 ? t * log(a) / job.batch : 0, delta[last][e] = d / job.batch; break;
    }
  }
  return sum;
}

static void backward(const double *input, int layer) {
  const int inputs = job.units[layer], units = job.units[layer + 1];
  const double *d = delta[layer];
  for (int s = 0; layer > 0 && s < job.batch; s++)
    for (int i = 0; i < inputs; i++) {
      double sum = 0;
      for (int j = 0; j < units; j++) sum += d[s * units + j] * weights[layer][(size_t)i * units + j];
      delta[layer - 1][s * inputs + i] = sum * slope(job.hidden, input[s * inputs + i]);
    }
  for (int s = 0; s < job.batch; s++) {
    for (int i = 0; i < inputs; i++)
      for (int j = 0; j < units; j++)
        weights[layer][(size_t)i * units + j] -= job.rate * input[s * inputs + i] * d[s * units + j];
    for (int j = 0; j < units; j++) biases[layer][j] -= job.rate * d[s * units + j];
  }
}

static double update(const double *inputs, const double *targets) {
  for (int l = 0; l < job.depth; l++) forward(l ? z[l - 1] : inputs, l);
  const double value = loss(targets);
  for (int l = job.depth - 1; l >= 0; l--) backward(l ? z[l - 1] : inputs, l);
  return value;
}

/// Takes the parameters of a network from the file, whose weights are [units][inputs].
static const double *load(const double *p) {
  for (int l = 0; l < job.depth; l++) {
    const int inputs = job.units[l], units = job.units[l + 1];
    for (int j = 0; j < units; j++)
      for (int i = 0; i < inputs; i++) weights[l][(size_t)i * units + j] = *p++;
    for (int j = 0; j < units; j++) biases[l][j] = *p++;
  }
  return p;
}

static double seconds(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(int count, char **arguments) {
  if (count != 4) return 2;
  if (!find(arguments[1])) return 3;
  for (int l = 0; l < job.depth; l++) {
    weights[l] = malloc(sizeof(double) * job.units[l] * job.units[l + 1]);
    biases[l] = malloc(sizeof(double) * job.units[l + 1]);
    z[l] = malloc(sizeof(double) * job.batch * job.units[l + 1]);
    delta[l] = malloc(sizeof(double) * job.batch * job.units[l + 1]);
  }
  char path[4096];
  snprintf(path, sizeof path, "%s/%s.f32", arguments[3], job.name);
  FILE *file = fopen(path, "rb");
  if (!file) return 2;
  fseek(file, 0, SEEK_END);
  const size_t total = ftell(file) / 4;
  rewind(file);
  float *raw = malloc(4 * total);
  double *numbers = malloc(8 * total);
  if (fread(raw, 4, total, file) != total) return 2;
  for (size_t i = 0; i < total; i++) numbers[i] = raw[i];

  const double *targets = numbers + (size_t)job.samples * job.units[0];
  const double *parameters = targets + (size_t)job.samples * job.units[job.depth];
  const int isSweep = !strcmp(job.name, "w6"), updates = isSweep ? 1000 : job.samples / job.batch;
  const long steps = atol(arguments[2]);
  if (!isSweep) load(parameters);
  double value = 0, mean = 0;
  const double wall = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
  for (long s = 0; s < steps; s++) {
    if (isSweep) parameters = load(parameters);
    for (int u = 0; u < updates; u++) {
      const size_t first = isSweep ? 0 : (size_t)u * job.batch;
      value = update(numbers + first * job.units[0], targets + first * job.units[job.depth]);
    }
    mean += value / steps;
  }
  printf("{\"steps\": %ld, \"seconds\": %.9f, \"cpu\": %.9f, \"loss\": %.15g}\n", steps,
    seconds(CLOCK_MONOTONIC) - wall, seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu, isSweep ? mean : value);
}

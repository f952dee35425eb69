/// What other tools call the quantities of a run.
enum ForeignName {
  /// By their name there, in small letters.
  static let meaning = [
    "acc": "accuracy", "val_acc": "heldout_accuracy", "val_accuracy": "heldout_accuracy",
    "val_loss": "heldout_loss", "validation_loss": "heldout_loss", "test_acc": "test_accuracy",
    "mse": "loss", "error": "loss", "cost": "loss", "train_loss": "loss", "lr": "learning_rate",
    "step": "update", "iteration": "update", "steps": "update", "epochs": "epoch",
  ]
}

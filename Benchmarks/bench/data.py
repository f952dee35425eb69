"""Writes the data files of the workloads: float32, inputs, targets, then the parameters of each network."""
import array
import math
import os
import random
import sys

SHAPES = {
    "w1": ([1, 1, 1], 1), "w2": ([2, 2, 1], 4), "w3": ([2, 4, 2, 1], 500), "w4": ([64, 32, 10], 1797),
    "w5": ([784, 128, 10], 10000), "w6": ([2, 2, 1], 4), "w7": ([32] * 11, 64),
}
WIDTHS = (16, 32, 64, 128, 256, 512, 1024, 2048)
for width in WIDTHS:
    SHAPES["w8-%d" % width] = ([64, width, width, 10], 64)


def samples(name, shape, count, rng):
    if name == "w1":
        return [0.7], [0.2]
    if name in ("w2", "w6"):
        return [0, 0, 0, 1, 1, 0, 1, 1], [0, 1, 1, 0]
    if name == "w3":  # a disc inside a ring
        xs, ts = [], []
        for i in range(count):
            radius = rng.uniform(0, 2.5) if i % 2 == 0 else rng.uniform(3.5, 5)
            angle = rng.uniform(0, 2 * math.pi)
            xs += [radius * math.sin(angle), radius * math.cos(angle)]
            ts.append(1 if i % 2 == 0 else -1)
        return xs, ts
    if name == "w7":
        return [[rng.uniform(-1, 1) for _ in range(count * k)] for k in (shape[0], shape[-1])]
    prototypes = [[rng.random() for _ in range(shape[0])] for _ in range(shape[-1])]
    xs, ts = [], []
    for _ in range(count):
        label = rng.randrange(shape[-1])
        xs += [min(1, max(0, p + rng.gauss(0, 0.35))) for p in prototypes[label]]
        ts += [float(k == label) for k in range(shape[-1])]
    return xs, ts


def write(folder, name):
    path = os.path.join(folder, name + ".f32")
    if os.path.exists(path):
        return
    shape, count = SHAPES[name]
    rng = random.Random(name)
    numbers = array.array("f")
    for part in samples(name, shape, count, rng):
        numbers.extend(part)
    for _ in range(1000 if name == "w6" else 1):
        for inputs, units in zip(shape, shape[1:]):
            limit = math.sqrt(6 / (inputs + units))
            numbers.extend(rng.uniform(-limit, limit) for _ in range(inputs * units))
            numbers.extend([0.05] * units)
    if sys.byteorder == "big":
        numbers.byteswap()
    os.makedirs(folder, exist_ok=True)
    with open(path + ".part", "wb") as file:
        numbers.tofile(file)
    os.replace(path + ".part", path)

#!/usr/bin/env python3
"""Training steps of the language in turns with plain EJML, loops by hand and NumPy.

  training.py [--rounds 9] [--java HOME ...] [--task NAME ...] [--curve]

Needs NumPy, which ought to be linked with OpenBLAS; everything keeps to one thread. NAME is
worksheet, xor, or sizes such as 784-128-10x64. Give --java for each JDK; one that can call OpenBLAS
runs with and without it. All take turns of a twentieth of a second, of which the fastest training
counts, in processor time, since other programs on the machine disturb that less. Prints for each
peer the median over the rounds of (our time / its time) within one round, and the least times.
Begins with a check that all peers have the same loss after ten steps.
"""
import argparse
import os
import statistics
import subprocess
import time

os.environ['OPENBLAS_NUM_THREADS'] = '1'
import numpy as np  # noqa: E402, since the number of threads has to be said before

HERE = os.path.dirname(os.path.abspath(__file__))
JAR = os.path.join(HERE, 'target', 'benchmarks.jar')
STEPS = {
    'worksheet': 10_000,
    'xor': 1000,
    '784-128-10x64': 200,
    '1024-1024-1024-10x256': 20,
}
SMALL = ('worksheet', 'xor')
LONG = 1_000_000
TURN_NANOS = 50_000_000
AGREE = 1e-12
AGREE_AFTER = 10


class Java:
    def __init__(self, home, *flags):
        command = [os.path.join(home, 'bin', 'java'), '-XX:+UseSerialGC', '-Xms1g', *flags]
        self.process = subprocess.Popen(
            command + ['-cp', JAR, 'dev.nabla.benchmarks.Turns'],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        version, self.products = self.process.stdout.readline().split()
        self.name = f'{version.split(".")[0]} {self.products}'

    def train(self, task, peer, steps):
        self.process.stdin.write(f'{task} {peer} {steps}\n')
        self.process.stdin.flush()
        nanos, loss = self.process.stdout.readline().split()
        return float(nanos), float(loss)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def numbers(rows, columns, start, scale):
    multiples = np.arange(start, start + rows * columns, dtype=np.int64) * 7919 % 1_000_003
    return ((multiples / 1_000_003.0 - 0.5) * scale).reshape(rows, columns)


class Net:
    """A net as one writes it for speed: every buffer made beforehand."""

    def __init__(self, task):
        self.sigmoid = task == 'xor'
        self.rate = {'worksheet': 1e-3, 'xor': 0.5}.get(task, 1e-5)
        if task == 'worksheet':
            self.W = [np.array([[.6, .01], [.7, .43], [0, .88]]), np.array([[.02, .03, .09]])]
            self.X = np.array([[.75, .2, -.75, .2], [.8, .05, .8, -.05]])
            self.Y = np.array([[1., 1, -1, -1]])
        elif task == 'xor':
            self.W = [numbers(4, 2, 0, 1), numbers(1, 4, 8, 1)]
            self.X = np.array([[0., 0, 1, 1], [0, 1, 0, 1]])
            self.Y = np.array([[0., 1, 1, 0]])
        else:
            *units, examples = [int(n) for n in task.replace('x', '-').split('-')]
            self.W, start = [], 0
            for inputs, outputs in zip(units, units[1:]):
                self.W.append(numbers(outputs, inputs, start, 2 / np.sqrt(inputs)))
                start += inputs * outputs
            self.X = numbers(units[0], examples, start, 2)
            self.Y = numbers(units[-1], examples, start + self.X.size, 2)
        self.start = [w.copy() for w in self.W]
        self.b = [None if task == 'worksheet' else np.zeros((len(w), 1)) for w in self.W]
        examples = self.X.shape[1]
        self.Z = [np.empty((len(w), examples)) for w in self.W]
        self.delta = [np.empty((len(w), examples)) for w in self.W]
        self.mask = [np.empty((len(w), examples)) for w in self.W]
        self.dW = [np.empty(w.shape) for w in self.W]

    def restart(self):
        for w, b, start in zip(self.W, self.b, self.start):
            np.copyto(w, start)
            if b is not None:
                b.fill(0)

    def forward(self):
        below = self.X
        last = len(self.W) - 1
        for l, w in enumerate(self.W):
            z = self.Z[l]
            np.matmul(w, below, out=z)
            if self.b[l] is not None:
                z += self.b[l]
            if l < last and self.sigmoid:
                np.negative(z, out=z)
                np.exp(z, out=z)
                z += 1
                np.reciprocal(z, out=z)
            elif l < last:
                np.maximum(z, 0, out=z)
            below = z
        np.subtract(below, self.Y, out=self.delta[-1])
        d = self.delta[-1].ravel()
        return d @ d / (2 * self.X.shape[1])

    def backward(self):
        self.delta[-1] /= self.X.shape[1]
        for l in range(len(self.W) - 1, -1, -1):
            d = self.delta[l]
            if l > 0:
                below = self.delta[l - 1]
                np.matmul(self.W[l].T, d, out=below)
                z = self.Z[l - 1]
                if self.sigmoid:
                    below *= z
                    np.subtract(1, z, out=self.mask[l - 1])
                    below *= self.mask[l - 1]
                else:
                    np.sign(z, out=self.mask[l - 1])
                    below *= self.mask[l - 1]
            np.matmul(d, (self.Z[l - 1] if l > 0 else self.X).T, out=self.dW[l])
            self.dW[l] *= self.rate
            self.W[l] -= self.dW[l]
            if self.b[l] is not None:
                self.b[l] -= self.rate * d.sum(axis=1, keepdims=True)

    def train(self, steps):
        losses = []
        for _ in range(steps):
            losses.append(self.forward())
            self.backward()
        return self.forward()


def numpy_train(task, steps):
    """Nanoseconds for one step and the loss; in Turns.java, too."""
    steps = min(steps, 200) if task in SMALL else steps
    net = Net(task)
    end = time.monotonic_ns() + TURN_NANOS
    least = float('inf')
    while True:
        net.restart()
        start = time.thread_time_ns()
        loss = net.train(steps)
        least = min(least, time.thread_time_ns() - start)
        if time.monotonic_ns() > end:
            return least / steps, loss


def contestants(task, javas):
    """Names and functions from a number of steps to nanoseconds for one and the loss."""
    runs = {'NumPy': lambda steps: numpy_train(task, steps)}
    for java in javas:
        for peer in ['nabla', 'byHand' if task in SMALL else 'ejml']:
            if peer == 'nabla' or not java.products == 'OpenBLAS':
                # A wide step of plain EJML takes most of a second.
                part = 10 if peer == 'ejml' else 1
                runs[f'{java.name} {peer}'] = (
                    lambda steps, java=java, peer=peer, part=part:
                    java.train(task, peer, max(1, steps // part)))
    return runs


def agree(task, javas, runs):
    losses = {name: run(AGREE_AFTER)[1] for name, run in runs.items() if 'ejml' not in name}
    for java in javas:
        if f'{java.name} ejml' in runs:
            losses[f'{java.name} ejml'] = java.train(task, 'ejml', AGREE_AFTER)[1]
    wanted = losses['NumPy']
    for name, loss in losses.items():
        if not abs(loss - wanted) <= AGREE * abs(wanted):
            raise SystemExit(f'{task}: the loss of {name} is {loss!r}, NumPy says {wanted!r}')


def measure(task, javas, rounds):
    runs = contestants(task, javas)
    agree(task, javas, runs)
    steps = STEPS.get(task) or steps_for(task)
    if task in SMALL:
        # Long enough for the language to have code of its own for the net.
        for run in runs.values():
            run(LONG)
    for _ in range(20 if task in SMALL else 2):
        for run in runs.values():
            run(steps)
    times = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            times[name].append(run(steps)[0])
    least = {name: f'{min(t) / 1000:.4g}' for name, t in times.items()}
    print(f'\n{task}, least µs for one step: '
          + ', '.join(f'{name} {micros}' for name, micros in least.items()))
    for java in javas:
        ours = times[f'{java.name} nabla']
        for name, theirs in times.items():
            if not name.endswith('nabla') and name.split()[0] in ('NumPy', java.name.split()[0]):
                ratio = statistics.median(a / b for a, b in zip(ours, theirs))
                print(f'  {java.name} nabla / {name}: {ratio:.3f}'
                      f' (of the least times {min(ours) / min(theirs):.3f})', flush=True)


def steps_for(task):
    """As many as take about a twentieth of a second."""
    nanos, _ = numpy_train(task, 3)
    return max(5, min(20_000, int(5e7 / nanos)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--rounds', type=int, default=9)
    parser.add_argument('--java', action='append', help='home of a JDK; may be repeated')
    parser.add_argument('--task', action='append', help='default: the four of the table')
    parser.add_argument('--curve', action='store_true', help='widths 2, 4, ... 2048 instead')
    options = parser.parse_args()
    tasks = options.task or list(STEPS)
    if options.curve:
        tasks = [f'{w}-{w}-{w}x64' for w in (2 ** k for k in range(1, 12))]
    javas = []
    for home in options.java or [os.environ.get('JAVA_HOME', '/usr')]:
        javas.append(Java(home))
        with_blas = Java(home, '--enable-native-access=ALL-UNNAMED')
        if with_blas.products == 'OpenBLAS':
            javas.append(with_blas)
        else:
            with_blas.close()
    for task in tasks:
        measure(task, javas, options.rounds)
    for java in javas:
        java.close()


if __name__ == '__main__':
    main()

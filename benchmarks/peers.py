#!/usr/bin/env python3
"""Nabla beside ipykernel and another Java kernel, in turns: A B C A B C ...

  peers.py [--rounds 7] [--jdk DIR]... [--jar notebooks/target/nabla.jar] [--no-peer]

Each round starts every kernel anew, so a disturbance meets them all. Prints a Markdown table of
medians (least values), and of Nabla's medians divided by ipykernel's. Needs jupyter_client, ipykernel
and a built jar, which it installs for each JDK in a folder of its own; the other kernel comes from Maven Central.
"""
import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import zmq
from jupyter_client.connect import write_connection_file
from jupyter_client.session import Session

ROOT = Path(__file__).resolve().parent.parent
PEER = 'io.github.padreati:rapaio-jupyter-kernel:3.0.1'
PATIENCE = 20

TEN = {'java': lambda k: '\n'.join(f'int a_{k}_{i} = {i};\nSystem.out.println(a_{k}_{i});' for i in range(10)),
       'python': lambda k: '\n'.join(f'a_{k}_{i} = {i}\nprint(a_{k}_{i})' for i in range(10))}
VARIABLE = {'java': 'int counterValue = 41;', 'python': 'counterValue = 41'}
PASS = '''var net = net().layer(3, relu).layer(1).loss(squaredError.half().mean());
var pass = net.forward(matrix("0.75 0.2 -0.75 0.2; 0.8 0.05 0.8 -0.05"));
show(pass, pass.backward(row(1, 1, -1, -1)));'''


class Deaf(Exception):
    """The kernel did not answer in time."""


class Kernel:
    """A kernel's process and a client that waits for nothing but its answers."""

    def __init__(self, spec):
        self.language = 'python' if spec['language'] == 'python' else 'java'
        self.file, info = write_connection_file(fname=tempfile.mktemp(suffix='.json'))
        self.session = Session(key=info['key'].encode() if isinstance(info['key'], str) else info['key'])
        self.context = zmq.Context()
        self.context.setsockopt(zmq.RECONNECT_IVL, 10)  # of 100 ms, the start would be a multiple
        self.context.setsockopt(zmq.LINGER, 0)
        environment = {**os.environ, **spec.get('env', {}), 'NABLA_HISTORY': 'off'}
        self.start = time.perf_counter()
        self.process = subprocess.Popen([a.replace('{connection_file}', self.file) for a in spec['argv']], env=environment,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        start_new_session=True)
        self.shell, self.iopub = self.context.socket(zmq.DEALER), self.context.socket(zmq.SUB)
        self.iopub.subscribe(b'')
        self.poller = zmq.Poller()
        for socket, port in ((self.shell, info['shell_port']), (self.iopub, info['iopub_port'])):
            socket.connect(f'tcp://127.0.0.1:{port}')
            self.poller.register(socket, zmq.POLLIN)
        self.ask('kernel_info_request', {})

    def messages(self, until):
        """What comes, as (whether from iopub, message)."""
        while time.perf_counter() < until:
            for socket, _ in self.poller.poll(100):
                _, frames = self.session.feed_identities(socket.recv_multipart())
                yield socket is self.iopub, self.session.deserialize(frames)
        raise Deaf

    def ask(self, kind, content):
        """Seconds until the reply, and its content."""
        start = time.perf_counter()
        asked = self.session.send(self.shell, kind, content)['header']['msg_id']
        for published, message in self.messages(start + PATIENCE):
            if not published and message['parent_header'].get('msg_id') == asked:
                return time.perf_counter() - start, message['content']

    def run(self, code):
        """Runs a cell to its reply and its idle: (seconds, seconds since the start of the process at which it had shown all, what it printed)."""
        start = time.perf_counter()
        asked = self.session.send(self.shell, 'execute_request', dict(
            code=code, silent=False, store_history=True, user_expressions={}, allow_stdin=False, stop_on_error=True))['header']['msg_id']
        open_ends, shown, printed = {'reply', 'idle'}, None, []
        for published, message in self.messages(start + PATIENCE):
            kind, content = message['msg_type'], message['content']
            if message['parent_header'].get('msg_id') != asked:
                continue
            if kind == 'error':
                raise AssertionError(content)
            if kind == 'stream':
                printed.append(content['text'])
            if kind in ('execute_result', 'display_data'):
                shown = time.perf_counter() - self.start
            if not published or content.get('execution_state') == 'idle':
                open_ends.discard('idle' if published else 'reply')
            if not open_ends:
                return time.perf_counter() - start, shown, ''.join(printed)

    def resident(self):
        """MB resident in the process and its children."""
        pids, total = [self.process.pid], 0
        for pid in pids:
            pids += map(int, Path(f'/proc/{pid}/task/{pid}/children').read_text().split())
            total += int(re.search(r'VmRSS:\s+(\d+)', Path(f'/proc/{pid}/status').read_text()).group(1))
        return total / 1024

    def close(self):
        for pid in Path(f'/proc/{self.process.pid}/task/{self.process.pid}/children').read_text().split():
            os.kill(int(pid), 9)
        self.process.kill()
        self.process.wait()
        self.context.destroy()
        os.unlink(self.file)


def first_cell(kernel):
    return {'start to the first 1 + 1, ms': kernel.run('1+1')[1] * 1000, 'resident after it, MB': kernel.resident()}


def first_pass(kernel):
    return {'start to the first pass and gradients, ms': kernel.run(PASS)[1] * 1000}


def middle(seconds):
    return statistics.median(seconds) * 1000


def ten(kernel, k):
    seconds, _, printed = kernel.run(TEN[kernel.language](k))
    assert printed == ''.join(f'{i}\n' for i in range(10)), printed
    return seconds


def early(kernel):
    """As a student meets them."""
    ones = [kernel.run('1+1')[0] for _ in range(60)]
    tens = [ten(kernel, k) for k in range(8)]
    return {'1 + 1, cells 20 to 60, ms': middle(ones[20:]), '10 declarations and prints, cells 2 to 8, ms': middle(tens[2:])}


def late(kernel):
    """When the JIT compiler has done its work."""
    ones = [kernel.run('1+1')[0] for _ in range(400)]
    tens = [ten(kernel, k) for k in range(100)]
    return {'1 + 1, cells 300 to 400, ms': middle(ones[300:]), '10 declarations and prints, cells 60 to 100, ms': middle(tens[60:])}


def completion(kernel):
    """After a moment in which the student looks at the screen."""
    kernel.run('1+1')
    kernel.run(VARIABLE[kernel.language])
    time.sleep(2)
    taken = []
    for _ in range(60):
        seconds, reply = kernel.ask('complete_request', {'code': 'counterV', 'cursor_pos': 8})
        assert 'counterValue' in str(reply['matches']), reply
        taken.append(seconds)
    return {'first completion, ms': taken[0] * 1000, 'completions 20 to 60, ms': middle(taken[20:])}


def measured(spec, unit, tries=3):
    """What the unit found, in a kernel of its own; a kernel that stays deaf is started again."""
    for _ in range(tries):
        try:
            kernel = Kernel(spec)
        except Deaf:
            continue
        try:
            return unit(kernel)
        finally:
            kernel.close()
    return {}


def java_version(jdk):
    text = subprocess.run([f'{jdk}/bin/java', '-version'], capture_output=True, text=True, check=True).stderr
    return re.search(r'"([^"]+)"', text).group(1)


def specs(arguments, folder):
    """Name -> kernel specification."""
    found = {'ipykernel': {'argv': [sys.executable, '-m', 'ipykernel_launcher', '-f', '{connection_file}'], 'language': 'python'}}
    for jdk in arguments.jdk:
        name = java_version(jdk)
        prefix = Path(folder, name)
        subprocess.run([f'{jdk}/bin/java', '-jar', arguments.jar, 'install', '--prefix', prefix], check=True, stdout=subprocess.DEVNULL)
        found[f'Nabla, {name}'] = json.loads(next(prefix.glob('**/kernel.json')).read_text())
    if not arguments.no_peer:
        group, artifact, version = PEER.split(':')
        jar = ROOT / 'benchmarks' / 'target' / f'{artifact}-{version}.jar'
        if not jar.exists():
            subprocess.run(['mvn', '-q', '-B', 'dependency:copy', f'-Dartifact={PEER}', f'-DoutputDirectory={jar.parent}'], check=True, cwd=ROOT)
        found[f'{artifact}, {java_version(arguments.jdk[0])}'] = {
            'argv': [f'{arguments.jdk[0]}/bin/java', '-jar', str(jar), '{connection_file}'], 'language': 'java'}
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--rounds', type=int, default=7)
    parser.add_argument('--jdk', action='append', help='home of a JDK; several may be given (default: JAVA_HOME)')
    parser.add_argument('--jar', default=ROOT / 'notebooks' / 'target' / 'nabla.jar')
    parser.add_argument('--no-peer', action='store_true', help='leaves out the other Java kernel')
    arguments = parser.parse_args()
    arguments.jdk = arguments.jdk or [os.environ['JAVA_HOME']]
    with tempfile.TemporaryDirectory() as folder:
        kernels = specs(arguments, folder)
        rows = {}
        for _ in range(arguments.rounds):
            for unit in (first_cell, first_pass, early, late, completion):
                for name, spec in kernels.items():
                    # The other Java kernel has no such language, and takes a minute for what does not become faster.
                    if name.startswith('Nabla') or unit is not first_pass and (unit is not late or name == 'ipykernel'):
                        for figure, value in measured(spec, unit).items():
                            rows.setdefault(figure, {}).setdefault(name, []).append(value)
    ours = [name for name in kernels if name.startswith('Nabla')]
    print('| median (least) |', ' | '.join(kernels), '|', ' | '.join(f'{name} / ipykernel' for name in ours), '|')
    print('|---' * (1 + len(kernels) + len(ours)) + '|')
    # The first pass has no counterpart: it stands beside ipykernel's first 1 + 1.
    first = rows['start to the first 1 + 1, ms']['ipykernel']
    for figure, values in rows.items():
        beside = statistics.median(values.get('ipykernel', first))
        cells = [f'{statistics.median(values[n]):.1f} ({min(values[n]):.1f})' if n in values else '' for n in kernels]
        print('|', ' | '.join([figure, *cells, *(f'{statistics.median(values[n]) / beside:.2f}' for n in ours)]), '|')


if __name__ == '__main__':
    main()

#!/usr/bin/env python3
"""Executes notebooks one after the other, each in a fresh kernel, and compares their outputs.

  notebooks.py [--kernel nabla] [FILES]      default: all worksheets

Needs nbclient. Prints for each notebook whether the outputs are those in the file, the time from
the start of its kernel to its last result, and the processor time of the kernel, which other
programs on the machine disturb less.
"""
import argparse
import glob
import os
import time

import nbformat
from nbclient import NotebookClient

HERE = os.path.dirname(os.path.abspath(__file__))
TICKS = os.sysconf('SC_CLK_TCK')


def processor_time(pid):
    with open(f'/proc/{pid}/stat') as stat:
        fields = stat.read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def execute(path, kernel):
    committed = nbformat.read(path, 4)
    nbformat.validate(committed)
    notebook = nbformat.read(path, 4)
    client = NotebookClient(notebook, kernel_name=kernel, record_timing=False)
    start = time.time()
    with client.setup_kernel():
        for index, cell in enumerate(notebook.cells):
            client.execute_cell(cell, index, execution_count=client.code_cells_executed + 1)
        elapsed = time.time() - start
        used = processor_time(client.km.provisioner.pid)
    same = all(mine.get('outputs') == theirs.get('outputs')
               for mine, theirs in zip(notebook.cells, committed.cells))
    return same, elapsed, used


def main():
    options = argparse.ArgumentParser()
    options.add_argument('--kernel', default='nabla')
    options.add_argument('files', nargs='*')
    chosen = options.parse_args()
    files = chosen.files or sorted(glob.glob(f'{HERE}/../notebooks/worksheets/*.ipynb'))
    elapsed = used = 0
    for each in files:
        same, wall, processor = execute(each, chosen.kernel)
        elapsed += wall
        used += processor
        print(f'{os.path.basename(each):24} {"same" if same else "DIFFERS":8}'
              f'{wall:6.1f} s, processor {processor:5.1f} s', flush=True)
    print(f'{"all":33}{elapsed:6.1f} s, processor {used:5.1f} s')


if __name__ == '__main__':
    main()

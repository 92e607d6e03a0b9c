#!/usr/bin/env python3
"""Measures an installed kernel as a client sees it.

  kernel.py [--units cold,warm,flood,growth,rerun,distinct,curve,weaving,interrupt] [--kernel nabla]

Needs jupyter_client. Prints one line for each figure. Machines are shared and noisy: compare
ratios, and the least values.
"""
import argparse
import re
import statistics
import time
from jupyter_client.manager import start_new_kernel

HEAP = ('System.gc(); System.gc();\n'
        'System.out.println("HEAP " + (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()));')

# The same loops twice: in a cell, where every loop has a check that lets it be stopped, and
# compiled by hand and loaded past the kernel, where it has none.
LOOPS = '''
    public static double sum(int n) { double s = 0; for (int i = 0; i < n; i++) s += i * 0.5; return s; }
    public static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
    public static long array(int[] a) { long s = 0; for (int r = 0; r < 30; r++) for (int i = 0; i < a.length; i++) s += a[i]; return s; }
    public static double product(double[][] a, double[][] b, double[][] c) {
        int n = a.length;
        for (int i = 0; i < n; i++) for (int k = 0; k < n; k++) { double x = a[i][k]; for (int j = 0; j < n; j++) c[i][j] += x * b[k][j]; }
        return c[0][0];
    }
    public static String times() {
        int[] ints = new int[10_000_000];
        double[][] a = new double[500][500], b = new double[500][500], c = new double[500][500];
        double[] best = {1e9, 1e9, 1e9, 1e9};
        for (int round = 0; round < 7; round++) {
            long t0 = System.nanoTime(); sum(200_000_000);
            long t1 = System.nanoTime(); fib(36);
            long t2 = System.nanoTime(); array(ints);
            long t3 = System.nanoTime(); product(a, b, c);
            long t4 = System.nanoTime();
            long[] t = {t1 - t0, t2 - t1, t3 - t2, t4 - t3};
            for (int k = 0; k < 4; k++) best[k] = Math.min(best[k], t[k] / 1e6);
        }
        return String.format("%.1f %.1f %.1f %.1f", best[0], best[1], best[2], best[3]);
    }
'''
UNWOVEN = '''
Path folder = Files.createTempDirectory("unwoven");
Path source = folder.resolve("Plain.java");
Files.writeString(source, "public class Plain {" + """%s""" + "}");
javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString());
var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
var times = loader.loadClass("Plain").getMethod("times");
''' % LOOPS.replace('\\', '\\\\')


class Kernel:
    def __init__(self, name):
        self.manager, self.client = start_new_kernel(kernel_name=name)

    def run(self, code, timeout=300):
        """Runs a cell; gives the seconds until its reply and its idle, and what it printed."""
        printed = []
        start = time.perf_counter()
        self.client.execute_interactive(
            code, timeout=timeout, allow_stdin=False,
            output_hook=lambda m: printed.append(m['content'].get('text') or str(m['content'].get('data', {}).get('text/plain', ''))
                                                 or str(m['content'].get('evalue', ''))))
        return time.perf_counter() - start, ''.join(printed)

    def heap(self):
        return int(re.search(r'HEAP (\d+)', self.run(HEAP)[1]).group(1))

    def stop(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def ms(seconds):
    return f'{statistics.median(seconds) * 1000:.1f} ms (least {min(seconds) * 1000:.1f})'


def cold(kernel, rounds=5):
    name = kernel.manager.kernel_name
    taken = {name: [], 'python3': []}
    for _ in range(rounds):
        for each in taken:
            start = time.perf_counter()
            fresh = Kernel(each)
            fresh.run('1 + 1')
            taken[each].append(time.perf_counter() - start)
            fresh.stop()
    for each, seconds in taken.items():
        print(f'start to the first 1 + 1, {each}:', ms(seconds))


def warm(kernel):
    for _ in range(300):
        kernel.run('1 + 1')
    print('warm 1 + 1:', ms([kernel.run('1 + 1')[0] for _ in range(200)]))


def flood(kernel, lines=100_000, rounds=5):
    """The same lines printed here and by ipykernel, in turns; every line must arrive."""
    name = kernel.manager.kernel_name
    cells = {name: f'for (int i = 0; i < {lines}; i++) System.out.println("line " + i);',
             'python3': f'for i in range({lines}): print("line", i)'}
    kernels = {name: kernel, 'python3': Kernel('python3')}
    expected = ''.join(f'line {i}\n' for i in range(lines))
    taken, messages = {each: [] for each in cells}, {}
    for _ in range(rounds):
        for each, cell in cells.items():
            printed = []
            start = time.perf_counter()
            kernels[each].client.execute_interactive(
                cell, timeout=300, output_hook=lambda m: printed.append(m['content'].get('text', '')))
            taken[each].append(time.perf_counter() - start)
            messages[each] = len([text for text in printed if text])
            assert ''.join(printed) == expected, f'{each}: output is missing'
    kernels['python3'].stop()
    for each, seconds in taken.items():
        print(f'{lines} lines, {each}: {messages[each]} messages,', ms(seconds))
    print(f'ratio of medians {statistics.median(taken[name]) / statistics.median(taken["python3"]):.2f},'
          f' of least {min(taken[name]) / min(taken["python3"]):.2f}')


def growth(kernel, cells=2000):
    for i in range(200):
        kernel.run(f'{i} + 1')
    before = kernel.heap()
    times = [kernel.run(f'{i} * 3 + 1')[0] for i in range(cells)]
    after = kernel.heap()
    first, last = statistics.median(times[:100]), statistics.median(times[-100:])
    print(f'{cells} expression cells: live heap {(after - before) / 1024 / cells:.1f} kB a cell; '
          f'last 100 / first 100 = {last / first:.2f} ({first * 1000:.1f} -> {last * 1000:.1f} ms)')


def rerun(kernel, times=1000):
    cell = '\n'.join(f'int again{i} = {i};' for i in range(10))
    for _ in range(50):
        kernel.run(cell)
    taken = [kernel.run(cell)[0] for _ in range(times)]
    first, last = statistics.median(taken[:100]), statistics.median(taken[-100:])
    print(f'{times} runs of the same 10 declarations: last 100 / first 100 = {last / first:.2f} '
          f'({first * 1000:.1f} -> {last * 1000:.1f} ms)')


def distinct(kernel, cells=1000):
    for i in range(100):
        kernel.run(f'int warm_{i} = {i};\nwarm_{i} + 1')
    before = kernel.heap()
    times = []
    for i in range(cells):
        taken, shown = kernel.run(f'int v_{i} = {i};\nv_{i} + 1')
        assert shown.endswith(str(i + 1)), shown
        times.append(taken)
    after = kernel.heap()
    first, last = statistics.median(times[:100]), statistics.median(times[-100:])
    print(f'{cells} distinct declarations: live heap {(after - before) / 1024 / cells:.1f} kB a cell; '
          f'last 100 / first 100 = {last / first:.2f} ({first * 1000:.1f} -> {last * 1000:.1f} ms)')


def curve(kernel, cells=10_000):
    """Cells that declare something new and use it, through a long session."""
    times = [kernel.run(f'int v_{i} = {i};\nv_{i} + 1')[0] for i in range(cells)]
    print(f'{cells} distinct declarations, ms a cell in each thousand:',
          ', '.join(f'{statistics.median(times[i:i + 1000]) * 1000:.1f}' for i in range(0, cells, 1000)))


def weaving(kernel):
    kernel.run(LOOPS.replace('public static', ''))
    kernel.run(UNWOVEN)
    woven = [float(x) for x in kernel.run('times()')[1].split()]
    plain = [float(x) for x in kernel.run('(String) times.invoke(null)')[1].split()]
    for name, w, p in zip(['sum', 'fib', 'int[]', 'matrix product'], woven, plain):
        print(f'{name}: woven {w} ms, unwoven {p} ms, ratio {w / p:.2f}')


ENDLESS = ['while (true) {}', 'double s = 0; for (long i = 0; i < Long.MAX_VALUE; i++) s += i * 0.5;', 'Thread.sleep(60000)',
           'int deep(int n) { return n <= 0 ? 0 : 1 + deep(n - 1); } while (true) deep(1000);',
           'Stream.iterate(1, i -> i + 1).forEach(i -> {})', 'Stream.generate(Random::new).forEach(String::valueOf)',
           'while (true) { try { Thread.sleep(10); } catch (Throwable t) {} }', 'while (true) { try { Math.sin(3); } catch (Throwable t) {} }',
           'new BigInteger("7").pow(200000000)', 'var A = SimpleMatrix.random(3000, 3000); A.mult(A); A.mult(A);',
           'Object o = new Object(); synchronized (o) { o.wait(); }']


def interrupt(kernel):
    """From the interrupt to idle, twice for each kind of endless cell; variables and the next cell must be there."""
    kernel.run('int keep = 7;')
    time.sleep(3)  # the last stage is prepared when it is calm
    client = kernel.client
    for cell in ENDLESS * 2:
        asked = client.execute(cell)
        time.sleep(1)
        start = time.perf_counter()
        client.control_channel.send(client.session.msg('interrupt_request', {}))
        while True:
            message = client.get_iopub_msg(timeout=30)
            if message['parent_header'].get('msg_id') == asked and message['content'].get('execution_state') == 'idle':
                break
        taken = time.perf_counter() - start
        client.get_shell_msg(timeout=30)
        kept = kernel.run('keep * 6')[1]
        assert '42' in kept, f'{cell}: {kept}'
        print(f'{taken * 1000:6.1f} ms  {cell}')


UNITS = {f.__name__: f for f in (cold, warm, flood, growth, rerun, distinct, curve, weaving, interrupt)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--units', default=','.join(UNITS))
    parser.add_argument('--kernel', default='nabla')
    arguments = parser.parse_args()
    for unit in arguments.units.split(','):
        kernel = Kernel(arguments.kernel)
        try:
            UNITS[unit](kernel)
        finally:
            kernel.stop()


if __name__ == '__main__':
    main()

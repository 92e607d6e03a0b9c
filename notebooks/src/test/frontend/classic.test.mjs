// The classic Notebook in Chromium opens executed notebooks. What is there must be visible, also
// where they come from somebody else and lose their styles.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { here, notebooks } from './outputs.mjs';

const token = 'nabla';
const folder = mkdtempSync(join(tmpdir(), 'nabla-classic-'));
// Settings and signatures of its own, so that nothing on this machine is touched or trusted.
const environment = { ...process.env, HOME: folder, JUPYTER_DATA_DIR: join(folder, 'data') };
const usr = name => (existsSync(`/usr/bin/${name}`) ? `/usr/bin/${name}` : name);
let server;
let browser;
let address;

before(async () => {
  for (const kind of ['foreign', 'trusted']) {
    mkdirSync(join(folder, 'work', kind), { recursive: true });
    notebooks.forEach(({ name, file }) => cpSync(file, join(folder, 'work', kind, name)));
  }
  const trusted = notebooks.map(({ name }) => join(folder, 'work', 'trusted', name));
  const trust = 'from nbformat.sign import TrustNotebookApp; TrustNotebookApp.launch_instance()';
  execFileSync(usr('python3'), ['-c', trust, ...trusted], { env: environment, stdio: 'ignore' });
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  const options = [`--port=${port}`, `--NotebookApp.token=${token}`, '--no-browser', '--allow-root'];
  server = spawn(usr('jupyter-notebook'), [...options, '--ip=127.0.0.1', join(folder, 'work')], {
    env: environment,
    stdio: 'ignore'
  });
  await untilItAnswers();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

function freePort() {
  return new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function untilItAnswers() {
  for (let attempt = 0; attempt < 120; attempt++) {
    try {
      await fetch(`${address}/api?token=${token}`);
      return;
    } catch {
      await new Promise(resolve => setTimeout(resolve, 500));
    }
  }
  throw new Error('the notebook server did not answer');
}

async function open(kind, name) {
  const page = await browser.newPage({ viewport: { width: 1260, height: 900 } });
  page.setDefaultTimeout(120_000);
  page.on('dialog', dialog => dialog.dismiss());
  await page.goto(`${address}/notebooks/${kind}/${name}?token=${token}`);
  await page.waitForFunction(
    () => window.Jupyter?.notebook?._fully_loaded && window.MathJax?.Hub && !document.querySelector('.MathJax_Processing')
  );
  await page.evaluate(() => new Promise(resolve => window.MathJax.Hub.Queue(resolve)));
  await page.addScriptTag({ path: join(here, 'measure.js') });
  return page;
}

/** The kinds of what is visible in outputs, and complaints about it. */
function look(page) {
  return page.evaluate(() => {
    const outputs = document.querySelector('#notebook-container');
    outputs.querySelectorAll('details').forEach(each => (each.open = true));
    const visible = selector =>
      [...outputs.querySelectorAll(`.output ${selector}`)].filter(each => each.checkVisibility()).length;
    return {
      tables: visible('table'),
      pictures: visible('img'),
      formulas: visible('.MathJax_Display'),
      captions: [...outputs.querySelectorAll('.output caption')].map(each => each.innerText),
      failures: visible('.MathJax_Error, .merror'),
      complaints: [...outputs.querySelectorAll('.output_subarea')].flatMap(window.complaints)
    };
  });
}

const solutions = notebook =>
  notebook.cells
    .flatMap(cell => cell.outputs ?? [])
    .filter(({ data }) => data?.['text/markdown'] && !data['text/html']).length;

const count = (notebook, pattern) =>
  notebook.cells
    .flatMap(cell => cell.outputs ?? [])
    .reduce((sum, { data }) => sum + (data?.['text/html']?.match(pattern)?.length ?? 0), 0);

const named = name => notebooks.find(each => each.name === `${name}.ipynb`);
const opened = [
  ['trusted', named('ws4')],
  ['trusted', named('gallery')],
  ['foreign', named('gallery')]
];

for (const [kind, notebook] of opened) {
  test(`${notebook.name} is all visible in the classic Notebook, ${kind}`, async () => {
    const page = await open(kind, notebook.name);
    const seen = await look(page);
    await page.close();
    assert.equal(seen.tables, count(notebook, /<table/g), 'tables');
    assert.equal(seen.pictures, count(notebook, /<img /g), 'pictures');
    assert.equal(seen.captions.length, count(notebook, /<caption/g), 'captions');
    assert.equal(seen.failures, 0, 'formulas that are not typeset');
    assert.ok(seen.formulas >= solutions(notebook), 'formulas');
    assert.equal(seen.complaints.join('\n'), '');
  });
}

test('what is not visible is missed', async () => {
  const page = await open('trusted', 'ws4.ipynb');
  const before = await look(page);
  await page.evaluate(() => {
    document.querySelector('.output table').style.display = 'none';
    document.querySelector('.output caption').style.color = '#eeeeee';
    document.querySelectorAll('.output caption')[1].style.color = '#eeeeee';
  });
  const seen = await look(page);
  await page.close();
  assert.equal(seen.tables, before.tables - 1);
  assert.match(seen.complaints.join('\n'), /contrast/);
});

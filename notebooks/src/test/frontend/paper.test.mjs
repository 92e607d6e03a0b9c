// nbconvert brings every notebook to LaTeX and to HTML, and no output is lost on the way.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { formulas } from './judges.mjs';
import { contents, notebooks } from './outputs.mjs';

const require = createRequire(import.meta.url);
const pdfjs = require('pdfjs-dist/legacy/build/pdf.js');
const folder = mkdtempSync(join(tmpdir(), 'nabla-paper-'));
after(() => rmSync(folder, { recursive: true }));

/** Converts all notebooks at once; gives the text of each. */
function convert(format, ending) {
  // Another Jupyter may come first on the PATH and lack nbconvert.
  const jupyter = existsSync('/usr/bin/jupyter') ? '/usr/bin/jupyter' : 'jupyter';
  const options = ['--log-level=ERROR', '--to', format, '--output-dir', join(folder, format)];
  execFileSync(jupyter, ['nbconvert', ...options, ...notebooks.map(({ file }) => file)]);
  return notebook => readFileSync(join(folder, format, notebook.name.replace('ipynb', ending)), 'utf8');
}

/** What is left of a text whatever a format does to its special characters. */
const letters = text =>
  text
    .replace(/\u001b\[[\d;]*m/g, '')
    .replace(/&(lt|gt|amp|quot|#\d+);/g, '')
    .replace(/\\(textbackslash|ensuremath|PYZ\w+|texttildelow|ldots|textasciitilde)\b/g, '')
    .replace(/[^A-Za-z0-9=+,;:]/g, '');

/** The forms of an output in the order in which the export to LaTeX prefers them. */
const forPaper = ['text/latex', 'application/pdf', 'image/png', 'text/markdown', 'text/plain'];

/** Which outputs of a notebook are not in what it was exported to. */
function lost(notebook, paper, isThere) {
  return notebook.cells.flatMap(cell =>
    (cell.outputs ?? []).filter(output => !isThere(output, paper)).map(() => `${notebook.name} ${cell.id}`)
  );
}

/** Paragraphs of words alone. */
const sentences = markdown =>
  markdown.split('\n\n').filter(paragraph => !/[$*<&`]|^[%#]/.test(paragraph));

/** What was printed, or the lines of an error, each with a color of its own. */
const said = ({ text, traceback }) => (text ? [text] : traceback.flatMap(line => line.split('\n')));

function inLatex(output, latex) {
  const paper = letters(latex);
  if (!output.data) {
    return said(output).every(each => paper.includes(letters(each)));
  }
  const type = forPaper.find(each => output.data[each] !== undefined);
  const content = output.data[type];
  switch (type) {
    case 'text/latex':
      return latex.includes(content.trim().split('\n')[0]);
    case 'text/markdown':
      return [...formulas(content), ...sentences(content)].every(each => paper.includes(letters(each)));
    case 'text/plain':
      return paper.includes(letters(content));
    default:
      return true; // counted as files
  }
}

function inHtml(output, html) {
  if (!output.data) {
    const paper = letters(html.replace(/<[^>]*>/g, ''));
    return said(output).every(each => paper.includes(letters(each)));
  }
  const { 'text/html': ours, 'text/markdown': markdown, 'text/plain': plain } = output.data;
  if (ours) {
    return html.includes(ours);
  }
  return markdown
    ? formulas(markdown).every(each => letters(html).includes(letters(each)))
    : letters(html).includes(letters(plain));
}

test('every notebook comes to LaTeX whole', () => {
  const latexOf = convert('latex', 'tex');
  for (const notebook of notebooks) {
    const latex = latexOf(notebook);
    assert.deepEqual(lost(notebook, latex, inLatex), []);
    const outputs = notebook.cells.flatMap(cell => cell.outputs ?? []);
    const pictures = outputs.filter(({ data }) => data?.['application/pdf'] || data?.['image/png']);
    assert.equal(latex.match(/\\adjustimage/g)?.length ?? 0, pictures.length, notebook.name);
  }
});

test('every notebook comes to HTML whole', () => {
  const htmlOf = convert('html', 'html');
  assert.deepEqual(notebooks.flatMap(notebook => lost(notebook, htmlOf(notebook), inHtml)), []);
});

async function read(pdf) {
  const data = Uint8Array.from(Buffer.from(pdf, 'base64'));
  const document = await pdfjs.getDocument({ data, verbosity: 0, useSystemFonts: true }).promise;
  const page = await document.getPage(1);
  const words = (await page.getTextContent()).items.filter(({ str }) => str.trim());
  return { words, width: page.view[2], height: page.view[3] };
}

test('a PDF reader finds the words of every picture within its page', async () => {
  const pictures = contents('application/pdf');
  assert.ok(pictures.length > 10);
  for (const { where, content } of pictures) {
    const { words, width, height } = await read(content);
    assert.ok(words.length > 2, where);
    for (const { str, transform, width: long } of words) {
      const [, up, , , x, y] = transform;
      const right = up === 0 ? x + long : x;
      // The longest line may be as wide as its page.
      assert.ok(x >= 0 && right < width + 0.1 && y > 0 && y < height, `${where}: ${str} is not on the page`);
      assert.ok(!str.includes('\ufffd'), `${where}: ${str}`);
    }
  }
});

test('an output that is not on paper is missed', async () => {
  const output = { data: { 'text/plain': 'W1 - 3 x 2' } };
  const notebook = { name: 'planted', cells: [{ id: 'cell', outputs: [output] }] };
  assert.deepEqual(lost(notebook, 'nothing', inLatex), ['planted cell']);
  output.data['text/markdown'] = '0 of 2 points';
  assert.deepEqual(lost(notebook, 'W1 - 3 x 2', inLatex), ['planted cell']);
  delete output.data['text/markdown'];
  assert.deepEqual(lost(notebook, 'nothing', inHtml), ['planted cell']);
  await assert.rejects(read(Buffer.from('%PDF-1.4 nothing').toString('base64')));
});

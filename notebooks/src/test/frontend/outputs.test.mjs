// Every output of every notebook before the judges that need no browser.
import assert from 'node:assert/strict';
import test from 'node:test';
import { formulas, sanitized, typeset, valid } from './judges.mjs';
import { contents, prose } from './outputs.mjs';

async function all(items, judge) {
  assert.ok(items.length > 10, `only ${items.length} to judge`);
  const complaints = [];
  for (const { where, content } of items) {
    for (const complaint of await judge(content)) {
      complaints.push(`${where}: ${complaint}`);
    }
  }
  assert.equal(complaints.join('\n'), '');
}

const math = items =>
  items.flatMap(({ where, content }) => formulas(content).map(formula => ({ where, content: formula })));

test('JupyterLab leaves every HTML output as it is', () => all(contents('text/html'), sanitized));

test('every HTML output is valid', () => all(contents('text/html'), valid));

test('KaTeX typesets every LaTeX output', () => all(math(contents('text/latex')), typeset));

test('KaTeX typesets every formula of worked solutions and of prose', () =>
  all(math([...contents('text/markdown'), ...prose()]), typeset));

test('the judges complain of planted outputs', async () => {
  assert.match(sanitized('<p style="color:var(--ink)">1</p>')[0], /sanitized/);
  assert.match(sanitized('<img src="x" onerror="alert(1)" alt="x" />')[0], /sanitized/);
  assert.match((await valid('<table><tr><td>1</table>'))[0], /close/);
  assert.match((await valid('<img src="x.png" />'))[0], /alt/);
  assert.match(typeset('\\begin{array}{r} 1 \\end{aligned}')[0], /KaTeX/);
  assert.match(typeset('\\bmatrix{1}')[0], /KaTeX/);
  assert.deepEqual(formulas('a $x$ b $$y$$ `$no$`'), ['y', 'x']);
});

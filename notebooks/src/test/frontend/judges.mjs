// Judges of one output each, made of the parts that front ends are made of. A judge returns its
// complaints, none if it is content.
import { buildSync } from 'esbuild';
import { HtmlValidate } from 'html-validate';
import katex from 'katex';
import { createRequire } from 'node:module';
import { here } from './outputs.mjs';

const sanitizer = new (sanitizerClass())();

/** The module is written for bundlers; Node does not load it as it is. */
function sanitizerClass() {
  const bundle = buildSync({
    stdin: { contents: "export { Sanitizer } from '@jupyterlab/apputils/lib/sanitizer.js';", resolveDir: here },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false
  });
  const module = { exports: {} };
  new Function('module', 'require', bundle.outputFiles[0].text)(module, createRequire(import.meta.url));
  return module.exports.Sanitizer;
}

/** JupyterLab's sanitizer must have nothing to take away: it cleans notebooks of other people. */
export function sanitized(html) {
  const clean = sanitizer.sanitize(html);
  if (clean === html) {
    return [];
  }
  let at = 0;
  while (clean[at] === html[at]) {
    at++;
  }
  return [`sanitized: ${html.slice(Math.max(0, at - 40), at + 60)}`];
}

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Hosts that drop styles keep the attribute align, and hosts that drop style sheets keep styles.
    'no-deprecated-attr': 'off',
    'no-inline-style': 'off',
    // Sanitizers write <br />.
    'void-style': ['error', { style: 'selfclose' }],
    'no-trailing-whitespace': 'off',
    'long-title': 'off'
  }
});

/** The HTML is valid, and accessible as far as a program can tell. */
export async function valid(html) {
  const report = await validator.validateString(html);
  return report.results.flatMap(result =>
    result.messages.map(m => `${m.ruleId}: ${m.message}: ${html.slice(Math.max(0, m.offset - 40), m.offset + 40)}`)
  );
}

/** Formulas between dollar signs. */
export function formulas(markdown) {
  const displayed = /\$\$([\s\S]+?)\$\$/g;
  const inline = /(?<![\\$])\$(?!\s)([^$\n]+?)\$/g;
  const prose = markdown.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  return [
    ...[...prose.matchAll(displayed)].map(match => match[1]),
    ...[...prose.replace(displayed, '').matchAll(inline)].map(match => match[1])
  ];
}

/** KaTeX, which VS Code typesets with, reads the formula and has nothing to warn of. */
export function typeset(formula) {
  const complaints = [];
  const strict = (code, message) => {
    complaints.push(`KaTeX: ${code}: ${message}: ${formula.slice(0, 80)}`);
    return 'ignore';
  };
  try {
    katex.renderToString(formula, { displayMode: true, strict, throwOnError: true });
  } catch (error) {
    complaints.push(`KaTeX: ${error.message}`);
  }
  return complaints;
}

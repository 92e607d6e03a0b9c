// Chromium, and the page of JupyterLab's parts in it.
import { build } from 'esbuild';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { here } from './outputs.mjs';

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync']
  });
}

const files = ['woff', 'woff2', 'ttf', 'eot', 'svg', 'png'];
const tilde = {
  name: 'a tilde means a package',
  setup: ({ onResolve, resolve }) =>
    onResolve({ filter: /^~/ }, ({ path, ...rest }) =>
      resolve(path.slice(1), { resolveDir: rest.resolveDir, kind: rest.kind })
    )
};

/** Builds the page once for each theme; gives the names of the files. */
export async function labPages() {
  const folder = mkdtempSync(join(tmpdir(), 'nabla-lab-'));
  const pages = {};
  for (const theme of ['light', 'dark']) {
    await build({
      stdin: {
        contents: `import '@jupyterlab/theme-${theme}-extension/style/variables.css'; import './lab/page.js';`,
        resolveDir: here
      },
      bundle: true,
      outfile: join(folder, `${theme}.js`),
      loader: Object.fromEntries(files.map(each => [`.${each}`, 'dataurl'])),
      define: { 'process.env.NODE_ENV': '"production"', global: 'window', __dirname: '""' },
      plugins: [tilde],
      logLevel: 'error'
    });
    pages[theme] = join(folder, `${theme}.html`);
    writeFileSync(
      pages[theme],
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${theme}</title>
<link rel="stylesheet" href="${theme}.css">
<body class="jp-ThemedContainer" style="background: var(--jp-layout-color0); overflow: auto"
 data-jp-theme-light="${theme === 'light'}"><script src="${theme}.js"></script></body></html>`
    );
  }
  return pages;
}

// JupyterLab's renderers and themes in Chromium show every output of every notebook as an
// untrusted one, which is what it is to a person who opens the notebook of somebody else.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { join } from 'node:path';
import { labPages, launch } from './browser.mjs';
import { here, notebooks } from './outputs.mjs';

let browser;
let pages;

before(async () => {
  pages = await labPages();
  browser = await launch();
});

after(() => browser.close());

/** Shows cells and gives what is wrong with them. */
async function judged(theme, width, cells) {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  page.setDefaultTimeout(120_000);
  const errors = [];
  page.on('pageerror', error => errors.push(`error in the page: ${error}`));
  page.on('dialog', dialog => {
    errors.push(`a script of an output ran: ${dialog.message()}`);
    dialog.dismiss();
  });
  await page.goto(`file://${pages[theme]}`);
  await page.addScriptTag({ path: join(here, 'measure.js') });
  const complaints = await page.evaluate(async cells => {
    await window.show(cells, false);
    await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
    const judge = () =>
      [...document.querySelectorAll('.jp-OutputArea-output')].flatMap(output => [
        ...window.complaints(output),
        ...(output.getBoundingClientRect().height < 8 ? ['nothing to see'] : [])
      ].map(complaint => `${output.closest('section').id}: ${complaint}`));
    const seen = judge();
    document.querySelectorAll('details').forEach(each => (each.open = true));
    await window.openPictures();
    return [...new Set([...seen, ...judge()])];
  }, cells);
  await page.close();
  return [...errors, ...complaints];
}

const shown = notebooks.flatMap(({ name, cells }) =>
  cells
    .filter(cell => cell.outputs?.length > 0)
    .map(cell => ({ id: `${name} ${cell.id}`, outputs: cell.outputs }))
);

for (const theme of ['light', 'dark']) {
  for (const width of [1200, 420]) {
    test(`every output reads well in the ${theme} theme, ${width} pixels wide`, async () => {
      assert.equal((await judged(theme, width, shown)).join('\n'), '');
    });
  }
}

test('words of users stay words', async () => {
  const page = await browser.newPage();
  await page.goto(`file://${pages.light}`);
  const text = await page.evaluate(async cells => {
    await window.show(cells, true);
    return document.body.textContent;
  }, shown.filter(({ id }) => id === 'gallery.ipynb words-of-users'));
  assert.match(text, /<img src=x onerror=alert\(1\)>/);
  assert.match(text, /\$a\$ & \\\(b\\\) × <b>units<\/b>/);
});

test('the judge complains of planted outputs', async () => {
  const planted = {
    faint: '<p style="color:#aaaaaa">faint</p>',
    dark: '<p style="color:#333333">dark on dark</p>',
    'over each other':
      '<div style="height:4px"><span>first</span></div><div style="height:4px"><span>second</span></div>',
    'cut off': '<div style="overflow:hidden;width:30px;white-space:nowrap">a long line of words</div>',
    broken: '<img alt="none" src="data:image/svg+xml;base64,AAAA" width="10" height="10" />',
    'faint picture': picture('<text x="10" y="20" fill="#bbbbbb">pale</text>'),
    'picture too small': picture('<text x="80" y="20" fill="#000000">far outside</text>'),
    shrunk: picture('<text x="10" y="20">a</text>').replace('width="100"', 'width="50"'),
    empty: '<span></span>'
  };
  const cells = Object.entries(planted).map(([id, html]) => ({
    id,
    outputs: [{ output_type: 'display_data', data: { 'text/html': html }, metadata: {} }]
  }));
  const complaints = (await judged('dark', 1200, cells)).join('\n');
  for (const expected of [
    /^dark: contrast/m,
    /^over each other: overlap: first \| second/m,
    /^cut off: cut off: a long line/m,
    /^broken: picture not shown: none/m,
    /^faint picture: contrast .*pale/m,
    /^picture too small: outside its picture: far outside/m,
    /^shrunk: picture too small: planted/m,
    /^empty: nothing to see/m
  ]) {
    assert.match(complaints, expected);
  }
  assert.match((await judged('light', 1200, cells)).join('\n'), /^faint: contrast/m);
});

function picture(content) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40">${content}</svg>`;
  const uri = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  return `<img alt="planted" src="${uri}" width="100" height="40" />`;
}

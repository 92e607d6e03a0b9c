// The outputs of the committed notebooks: what all judges look at.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '../../../..');

const folders = ['notebooks/worksheets', 'notebooks/gallery'];

export const notebooks = folders.flatMap(folder =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith('.ipynb'))
    .sort()
    .map(name => read(join(root, folder, name)))
);

function read(file) {
  const notebook = JSON.parse(readFileSync(file, 'utf8'));
  for (const cell of notebook.cells) {
    cell.source = text(cell.source);
    for (const output of cell.outputs ?? []) {
      for (const type in output.data) {
        output.data[type] = text(output.data[type]);
      }
      if (output.text) {
        output.text = text(output.text);
      }
    }
  }
  return { name: basename(file), file, cells: notebook.cells };
}

/** A notebook file holds long texts as lists of lines. */
function text(content) {
  return Array.isArray(content) ? content.join('') : content;
}

/** Every content of one MIME type, with words that say where it is. */
export function contents(type) {
  return notebooks.flatMap(({ name, cells }) =>
    cells.flatMap(cell =>
      (cell.outputs ?? [])
        .filter(output => output.data?.[type] !== undefined)
        .map(output => ({ where: `${name}, cell ${cell.id}`, content: output.data[type] }))
    )
  );
}

/** The text of every markdown cell. */
export function prose() {
  return notebooks.flatMap(({ name, cells }) =>
    cells
      .filter(cell => cell.cell_type === 'markdown')
      .map(cell => ({ where: `${name}, cell ${cell.id}`, content: cell.source }))
  );
}

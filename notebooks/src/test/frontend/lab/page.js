// The part of JupyterLab that shows outputs, in a page of its own: its output area, renderers,
// sanitizer, typesetter and themes. Tests call window.show.
import '@jupyterlab/mathjax-extension/style/index.css';
import '@jupyterlab/outputarea/style/index.css';
import '@jupyterlab/rendermime/style/index.css';
import { MathJaxTypesetter } from '@jupyterlab/mathjax-extension';
import { OutputArea, OutputAreaModel } from '@jupyterlab/outputarea';
import { RenderMimeRegistry, standardRendererFactories } from '@jupyterlab/rendermime';
import { Widget } from '@lumino/widgets';
import { marked } from 'marked';

const rendermime = new RenderMimeRegistry({
  initialFactories: standardRendererFactories,
  latexTypesetter: new MathJaxTypesetter(),
  markdownParser: { render: content => marked(content, { async: true, gfm: true }) }
});

/** Shows cells of one notebook below each other, each under its id. */
window.show = async (cells, trusted) => {
  document.body.replaceChildren();
  for (const { id, outputs } of cells) {
    const model = new OutputAreaModel({ values: outputs, trusted });
    const area = new OutputArea({ model, rendermime, contentFactory: OutputArea.defaultContentFactory });
    const cell = document.createElement('section');
    cell.id = id;
    document.body.append(cell);
    Widget.attach(area, cell);
  }
  await document.fonts.ready;
};

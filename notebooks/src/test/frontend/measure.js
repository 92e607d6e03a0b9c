// Runs in the page. Gives complaints about what is visible below an element: text without
// contrast, text over text, text cut off, pictures that do not load or are too small to read.
window.complaints = root => {
  const pieces = texts(root);
  return [...faint(pieces), ...overlapping(pieces), ...cut(pieces), ...broken(root), ...tiny(root)];
};

/** Each visible text with its boxes; a formula is one piece. */
function texts(root) {
  const pieces = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, {
    acceptNode: node => {
      if (node.nodeType === Node.TEXT_NODE) {
        return node.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
      }
      const hidden = !node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      if (hidden || node.matches('title, style, mjx-assistive-mml, .MathJax_Preview')) {
        return NodeFilter.FILTER_REJECT;
      }
      if (node.matches('mjx-container, .MathJax')) {
        const boxes = [(node.querySelector('mjx-math') ?? node).getBoundingClientRect()];
        pieces.push({ words: 'formula', element: node, boxes });
        return NodeFilter.FILTER_REJECT;
      }
      return NodeFilter.FILTER_SKIP;
    }
  });
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(box => box.width > 0 && box.height > 0);
    if (boxes.length > 0) {
      pieces.push({ words: node.data.trim().slice(0, 40), element: node.parentElement, boxes });
    }
  }
  return pieces;
}

/** WCAG 2 AA: 4.5 to 1, 3 to 1 for large text. */
function faint(pieces) {
  return pieces.flatMap(({ words, element }) => {
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const below = background(element);
    const inSvg = element.closest('svg');
    const ink = over(color(inSvg ? style.fill : style.color), below);
    const ratio = contrast(ink, below);
    return ratio < (large ? 3 : 4.5) ? [`contrast ${ratio.toFixed(2)}: ${words}`] : [];
  });
}

function color(text) {
  const numbers = text.match(/[\d.]+/g).map(Number);
  return numbers.length === 3 ? [...numbers, 1] : numbers;
}

function background(element) {
  if (element === null) {
    return [255, 255, 255, 1];
  }
  const own = color(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, background(element.parentElement));
}

function over(top, bottom) {
  return [0, 1, 2].map(i => top[i] * top[3] + bottom[i] * (1 - top[3])).concat(1);
}

function contrast(a, b) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb) {
  const [r, g, b] = rgb
    .slice(0, 3)
    .map(channel => channel / 255)
    .map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Boxes of lines are higher than letters: what counts is more than a little of both ways. */
function overlapping(pieces) {
  const boxes = pieces.flatMap(({ words, element, boxes }) =>
    boxes.map(box => ({ words, element, box, depth: 0.35 * parseFloat(getComputedStyle(element).fontSize) }))
  );
  boxes.sort((a, b) => a.box.top - b.box.top);
  const complaints = [];
  for (let i = 0; i < boxes.length; i++) {
    for (let j = i + 1; j < boxes.length && boxes[j].box.top < boxes[i].box.bottom; j++) {
      const [a, b] = [boxes[i], boxes[j]];
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - b.box.top;
      if (wide > 1.5 && high > Math.min(a.depth, b.depth)) {
        complaints.push(`overlap: ${a.words} | ${b.words}`);
      }
    }
  }
  return complaints;
}

/** Outside a box that neither shows nor scrolls what is outside, or left of where scrolling goes. */
function cut(pieces) {
  return pieces.flatMap(({ words, element, boxes }) => {
    for (let box = element; box !== null && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      const frame = box.getBoundingClientRect();
      const out = boxes.some(
        each =>
          each.left < frame.left - 1 ||
          (each.right > frame.right + 1 && style.overflowX !== 'auto' && style.overflowX !== 'scroll') ||
          each.top < frame.top - 3 ||
          (each.bottom > frame.bottom + 3 && style.overflowY !== 'auto' && style.overflowY !== 'scroll')
      );
      if (out && style.overflowX !== 'visible' && box.tagName !== 'svg') {
        return [`cut off: ${words}`];
      }
      if (style.overflowX === 'auto' || style.overflowX === 'scroll') {
        return [];
      }
      const svg = box.tagName === 'svg';
      if (svg && out) {
        return [`outside its picture: ${words}`];
      }
    }
    return [];
  });
}

function broken(root) {
  return [...root.querySelectorAll('img')]
    .filter(image => !image.complete || image.naturalWidth === 0 || image.getBoundingClientRect().width === 0)
    .map(image => `picture not shown: ${image.alt}`);
}

/** Drawings that shrink until their words, of 12 pixels, cannot be read. */
function tiny(root) {
  return [...root.querySelectorAll('img[src^="data:image/svg+xml"]')]
    .filter(image => image.getBoundingClientRect().width < 0.69 * image.naturalWidth)
    .map(image => `picture too small: ${image.alt}`);
}

/** Pictures as elements of the page, so that their text can be measured too. */
window.openPictures = async () => {
  for (const image of document.querySelectorAll('img[src^="data:image/svg+xml"]')) {
    const holder = document.createElement('div');
    holder.style.backgroundColor = '#ffffff';
    holder.innerHTML = await (await fetch(image.src)).text();
    image.replaceWith(holder);
  }
};

import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Parses a drawing as XML, throwing when it is not well formed. */
export function parseDrawing(svg: string): Element {
  const parser = new SaxesParser();
  const root: Element = { name: '#root', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = {
      name,
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, value])),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const here = open.at(-1);
    if (here !== undefined) here.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(svg).close();
  const [drawing] = root.children;
  if (drawing === undefined) throw new Error('The drawing has no element.');
  return drawing;
}

/** Every element of a drawing, itself included, in document order. */
export function everyElement(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap((child) => everyElement(child))];
}

/** Elements of one name. */
export function elementsNamed(drawing: Element, name: string): readonly Element[] {
  return everyElement(drawing).filter((element) => element.name === name);
}

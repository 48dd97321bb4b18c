/** The element with an id. Throws where the page has none of that kind: a mistake in index.html. */
export function byId<E extends HTMLElement>(id: string, kind: new () => E): E {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new TypeError(`got no ${kind.name} with the id "${id}" in the page; see index.html`);
  return element;
}

/** An element with a class and content; text is put in as text, never as HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, ...content: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

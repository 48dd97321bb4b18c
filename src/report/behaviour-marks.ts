/** Part of the report's script: the marks in the texts, and the keys that move between them. */
export const MARKS = `
  // Marks: one stop for the Tab key in each text, arrow keys from there

  function addMarks() {
    texts.addEventListener('keydown', onMarkKey);
    document.addEventListener('mousemove', ({ clientX, clientY }) => { pointer = { x: clientX, y: clientY }; });
    texts.addEventListener('click', (event) => {
      const mark = markOf(event.target);
      if (mark) pin(mark);
    });
    texts.addEventListener('focusin', (event) => {
      const mark = markOf(event.target);
      if (!mark) return;
      keepOneTabStop(paneOf(mark), mark);
      show(mark, false);
    });
    texts.addEventListener('focusout', () => later(() => hideUnless(card.contains(document.activeElement) || markOf(document.activeElement)), 0));
    texts.addEventListener('mouseover', (event) => {
      const mark = markOf(event.target);
      if (mark && !open.pinned && hasMoved(event)) later(() => show(mark, false), 90);
    });
    texts.addEventListener('mouseout', (event) => {
      if (markOf(event.target) && !open.pinned) later(hideUnlessFocused, 220);
    });
  }

  // Words that come under a resting pointer, because a card closes or the page scrolls, were not pointed at.
  function hasMoved({ clientX, clientY }) {
    return clientX !== pointer.x || clientY !== pointer.y;
  }

  function onMarkKey(event) {
    const mark = markOf(event.target);
    if (!mark || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') pin(mark);
    else if (event.key === 'Escape') hide();
    else if (!moveFrom(mark, event.key)) return;
    event.preventDefault();
  }

  function moveFrom(mark, key) {
    const list = shownMarks(paneOf(mark));
    const at = list.indexOf(mark);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: list.length - 1 }[key];
    if (to === undefined) return false;
    list[Math.max(0, Math.min(list.length - 1, to))].focus();
    return true;
  }

  function markOf(target) {
    return target instanceof Element ? target.closest('.mark[role=button]') : null;
  }

  function paneOf(mark) {
    return mark.closest('.observed') ? 'observed' : 'restored';
  }

  function shownMarks(pane) {
    return [...texts.querySelectorAll('.' + pane + ' .mark[role=button]')];
  }

  function keepOneTabStop(pane, wanted) {
    const list = shownMarks(pane);
    const stop = wanted ?? list.find((mark) => mark.tabIndex === 0) ?? list[0];
    for (const mark of texts.querySelectorAll('.' + pane + ' .mark')) {
      if (mark.getAttribute('role') !== 'button') mark.removeAttribute('tabindex');
      else if (mark.tabIndex !== (mark === stop ? 0 : -1) || !mark.hasAttribute('tabindex')) mark.tabIndex = mark === stop ? 0 : -1;
    }
  }
`;

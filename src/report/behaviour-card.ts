/** Part of the report's script: the card that shows the reasons of one edit. */
export const CARD = `
  // The card with the reasons

  function addCard() {
    card.addEventListener('mouseenter', () => clearTimeout(timer));
    card.addEventListener('mouseleave', () => { if (!open.pinned) later(hideUnlessFocused, 220); });
    card.addEventListener('focusout', () => later(() => hideUnless(card.contains(document.activeElement) || markOf(document.activeElement)), 0));
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || card.hidden) return;
      const { mark } = open;
      const back = card.contains(document.activeElement);
      hide();
      if (back) mark.focus();
      if (back) hide();
    });
    document.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('.buttons button') : null;
      if (button && button.classList.contains('toggle')) toggle(Number(button.closest('[data-edit]').dataset.edit));
      else if (button) closeCard();
      else if (!card.hidden && !card.contains(event.target) && !markOf(event.target)) hide();
    });
  }

  function closeCard() {
    const { mark } = open;
    mark.focus();
    hide();
  }

  function show(mark, pinned) {
    clearTimeout(timer);
    const number = Number(mark.dataset.edit);
    if (open.number !== number || card.hidden) fill(number);
    link(number);
    open = { number, mark, pinned };
    card.hidden = false;
    place(mark);
    for (const each of marks[number]) each.setAttribute('aria-expanded', String(pinned));
  }

  function fill(number) {
    const reason = byId('edit-' + number);
    card.replaceChildren(...[...reason.children].map((child) => child.cloneNode(true)));
    card.className = reason.className.replace('reason', 'card');
    card.dataset.edit = number;
  }

  function pin(mark) {
    show(mark, true);
    card.querySelector('.toggle').focus();
  }

  function hide() {
    clearTimeout(timer);
    if (open.number >= 0) for (const mark of marks[open.number]) if (mark.hasAttribute('role')) mark.setAttribute('aria-expanded', 'false');
    link(-1);
    card.hidden = true;
    open = { number: -1, mark: undefined, pinned: false };
  }

  function hideUnless(stay) {
    if (!stay) hide();
  }

  function hideUnlessFocused() {
    const focused = markOf(document.activeElement);
    if (focused && focused.matches(':focus-visible')) show(focused, false);
    else hide();
  }

  function link(number) {
    for (const mark of texts.querySelectorAll('.linked')) mark.classList.remove('linked');
    if (number >= 0) for (const mark of marks[number]) mark.classList.add('linked');
  }

  function later(run, after) {
    clearTimeout(timer);
    timer = setTimeout(run, after);
  }

  function place(mark) {
    const word = mark.getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const below = word.bottom + card.offsetHeight + 12 <= window.innerHeight || word.top < card.offsetHeight + 12;
    const left = Math.max(16, Math.min(word.left, room - card.offsetWidth - 16));
    const top = below ? word.bottom + 6 : word.top - card.offsetHeight - 6;
    card.style.left = left + window.scrollX + 'px';
    card.style.top = top + window.scrollY + 'px';
  }
`;

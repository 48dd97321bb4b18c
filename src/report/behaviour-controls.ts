/** Part of the report's script: buttons, views, filters, and the restored text to copy or download. */
export const CONTROLS = `
  // Controls

  function addButtons() {
    for (const reason of reasons.querySelectorAll('.reason')) {
      const buttons = document.createElement('p');
      buttons.className = 'buttons';
      for (const [kind, words] of [['toggle', ''], ['plain close', 'Close']]) {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = kind;
        button.textContent = words;
        buttons.append(button);
      }
      reason.append(buttons);
    }
  }

  function addViews() {
    const narrow = window.matchMedia('(max-width: 46rem)').matches;
    for (const choice of document.querySelectorAll('input[name=view]')) {
      choice.checked = choice.value === (narrow ? 'inline' : 'side');
      choice.addEventListener('change', () => setView(choice.value));
    }
    setView(narrow ? 'inline' : 'side');
  }

  function setView(view) {
    hide();
    texts.dataset.view = view;
    texts.hidden = view === 'list';
    reasons.hidden = view !== 'list';
  }

  function addFilters() {
    for (const box of document.querySelectorAll('input[name=type]')) {
      box.checked = true;
      box.addEventListener('change', changeFilter);
    }
    const slider = byId('least');
    slider.value = '0';
    slider.addEventListener('input', changeFilter);
    byId('reset').addEventListener('click', () => {
      chosen.clear();
      slider.value = '0';
      for (const box of document.querySelectorAll('input[name=type]')) box.checked = true;
      changeFilter();
    });
  }

  function changeFilter() {
    hide();
    byId('least-value').textContent = least().toFixed(2);
    refresh();
  }

  // The restored text

  function addText() {
    byId('copy').addEventListener('click', copy);
    byId('download').addEventListener('click', download);
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(restoredText());
      byId('status').textContent = 'Copied.';
    } catch {
      byId('status').textContent = copyOldWay(restoredText()) ? 'Copied.' : 'The browser did not allow copying; download the text instead.';
    }
  }

  function copyOldWay(restored) {
    const area = document.createElement('textarea');
    area.value = restored;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    byId('copy').focus();
    return done;
  }

  function download() {
    const address = URL.createObjectURL(new Blob([restoredText()], { type: 'text/plain;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = file;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    byId('status').textContent = 'Downloaded as ' + file + '.';
  }
`;

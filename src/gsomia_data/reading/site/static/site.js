'use strict';
/* The explorer works without this script. Data only become text nodes. */
(() => {
const $ = id => document.getElementById(id);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const on = (target, kinds, act) => { for (const kind of kinds.split(' ')) target.addEventListener(kind, act); };
const filled = (element, ...parts) => { element.append(...parts); return element; };
const make = (tag, values, ...parts) => filled(Object.assign(document.createElement(tag), values), ...parts);
const main = $('page-main'), EDGE = ' \ue000 ';

/* Folding: the same as gsomia_data._floor.text.fold. */
const cased = text => text.replace(/[^ıᎠ-ᏽꭰ-ꮿ]+/g, run => run.toLowerCase().toUpperCase().toLowerCase())
  .replace(/[ꭰ-ꮿᏸ-ᏽ]/g, one => one.toUpperCase()).replace(/ς/g, 'σ');
const fold = text => (/^[\0-\x7f]*$/.test(text) ? text.toLowerCase() : cased(cased(
  text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—‑]/g, '-')
    .replace(/[\u00ad\u200b-\u200d\u2060]/g, '').normalize('NFD')).normalize('NFC')))
  .split(/(?:(?!\ufeff)[\s\x1c-\x1f\x85])+/).filter(Boolean).join(' ');
/* The words of a query, and what is in quotation marks as a whole. */
const wanted = query => [...fold(query).matchAll(/"([^"]*)"?|[^\s"]+/g)]
  .map(([word, phrase]) => (phrase ?? word).trim()).filter(Boolean);
const holds = (folded, parts) => parts.every(part => folded.includes(part));

/* The address: what is behind # is a state if it has a =, else the name of a place. */
const decoded = text => { try { return decodeURIComponent(text); } catch { return ''; } };
const isPlace = () => location.hash.length > 1 && !location.hash.includes('=');
const state = () => new Map(location.hash.slice(1).split('&').map(part => part.split(/=(.*)/s).map(decoded)));
let timer = 0, unwritten = null;
const write = () => {
  if (!unwritten) return;
  const parts = unwritten().map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%2C/g, ',')}`);
  unwritten = null;
  try { history.replaceState(null, '', location.href.split('#')[0] + (parts.length ? '#' : '') + parts.join('&')); } catch { /* too many in a row */ }
};
const writeSoon = parts => { clearTimeout(timer); unwritten = parts; timer = setTimeout(write, 150); };
document.addEventListener('click', write, true); // before a link leaves
const follow = load => { on(window, 'hashchange pageshow', () => { write(); load(); setTimeout(load); }); load(); };

/* Copying, with a word for those who do not see it. */
const said = main.appendChild(make('p', { className: 'vh', role: 'status' }));
const copy = async (button, text, shown) => {
  const label = button.dataset.label ??= button.textContent;
  const say = (name, result = name) => { button.textContent = name; said.textContent = result; };
  try { await navigator.clipboard.writeText(text); say('Copied'); } catch {
    if (shown) getSelection().selectAllChildren(shown);
    say('Not copied', shown ? 'Not copied, but selected' : 'Not copied: the address of this page is the link');
  }
  setTimeout(say, 2500, label, '');
};
for (const button of all('[data-copy]')) {
  const shown = $(button.dataset.copy.slice(1));
  button.hidden = false;
  on(button, 'click', () => copy(button, shown.textContent.trim(), shown));
}

/* Tables. */
const table = $('page-table');
if (table) {
  const tools = $('page-tools'), body = table.tBodies[0], heads = all('thead th', table), names = heads.map(th => th.dataset.column);
  const query = $('page-q'), selects = all('select', tools), boxes = all('input[data-column]', tools);
  const hidden = table.dataset.hidden.split(' '), usual = names.filter(name => !hidden.includes(name)), narrow = matchMedia('(max-width: 52rem)');
  const shown = cell => (cell.matches('.v') ? cell : cell.querySelector('.v'))?.textContent ?? '';
  const value = cell => cell.querySelector('data')?.getAttribute('value') ?? shown(cell);
  let rows = null, sorting = '';
  const read = () => rows ??= [...body.rows].map(tr => {
    const cells = [...tr.cells], raw = cells.map(value);
    return { tr, raw, folded: fold([...raw, ...cells.map(shown)].join(EDGE)) };
  });
  const column = () => names.indexOf(sorting.replace('-', ''));
  const order = () => sorting[0] === '-' ? 'descending' : 'ascending';
  const filters = () => selects.filter(one => one.value);
  const rowsShown = () => all('tr:not([hidden])', body);
  const columns = () => [...names.keys()].filter(n => boxes[n].checked);
  const sort = () => {
    const n = column(), down = sorting[0] === '-' ? -1 : 1;
    const key = ({ tr, raw }) => raw[n] && (heads[n].dataset.type === 'number' ? Number(raw[n]) : tr.cells[n].dataset.sort ?? raw[n]);
    const keyed = read().map(row => [n < 0 ? 0 : key(row), row.tr]);
    keyed.sort(([one], [other]) => one === other ? 0 : one === '' ? 1 : other === '' ? -1 : one < other ? -down : down);
    body.remove();
    body.append(...keyed.map(([, tr]) => tr));
    table.append(body);
    heads.forEach((th, at) => at === n ? th.setAttribute('aria-sort', order()) : th.removeAttribute('aria-sort'));
  };
  const show = () => {
    const parts = wanted(query.value), kept = columns(), n = column();
    const chosen = filters().map(one => [names.indexOf(one.dataset.column), one.value]);
    if (rows || parts.length || chosen.length) for (const { tr, raw, folded } of read()) {
      tr.hidden = !(chosen.every(([at, one]) => raw[at] === one) && holds(folded, parts));
    }
    names.forEach((_, at) => table.classList.toggle(`hide${at + 1}`, !kept.includes(at)));
    $('page-count').textContent = `${rowsShown().length} of ${body.rows.length} rows`
      + (n < 0 ? '' : `, sorted by ${names[n]}, ${order()}; empty last`) + (rowsShown().length ? '' : '; Reset shows all');
  };
  const parts = () => {
    const cols = columns().map(n => names[n]).join();
    return [['q', query.value], ...selects.map(one => [`is.${one.dataset.column}`, one.value]), ['sort', sorting],
      ['cols', cols === usual.join() ? '' : cols]].filter(([, one]) => one);
  };
  const change = () => { show(); writeSoon(parts); };
  const set = given => {
    const before = sorting, cols = given.get('cols')?.split(',').filter(name => names.includes(name)), by = given.get('sort') ?? '';
    query.value = given.get('q') ?? '';
    for (const one of selects) {
      const chosen = one.value = given.get(`is.${one.dataset.column}`) ?? '';
      if (one.selectedIndex < 0) one.add(new Option(chosen, chosen, true, true));
    }
    boxes.forEach((box, n) => { box.checked = (cols?.length ? cols : usual).includes(names[n]); });
    sorting = names.includes(by.replace('-', '')) ? by : '';
    if (sorting !== before) sort();
    show();
  };
  all('button', table).forEach((button, n) => {
    button.disabled = false;
    on(button, 'click', () => {
      sorting = column() !== n ? names[n] : sorting === names[n] ? `-${names[n]}` : '';
      sort(); change();
    });
  });
  const line = cells => cells.length === 1 && !cells[0] ? '""\n'
    : cells.map(text => /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text).join() + '\n';
  const save = () => {
    const kept = columns(), lines = rowsShown().map(tr => line(kept.map(n => value(tr.cells[n]))));
    const isPart = kept.length < names.length || query.value || filters().length;
    const href = URL.createObjectURL(new Blob([line(kept.map(n => names[n])), ...lines], { type: 'text/csv' }));
    make('a', { href, download: `${table.dataset.name}${isPart ? '-part' : ''}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10000);
  };
  const fit = () => { for (const one of all('#page-filters')) one.open = !narrow.matches || filters().length > 0; };
  for (const one of [query, ...selects, ...boxes]) on(one, 'input', change);
  on($('page-reset'), 'click', () => { set(new Map()); writeSoon(parts); });
  on($('page-copy'), 'click', event => { unwritten = parts; write(); copy(event.target, location.href); });
  on($('page-csv'), 'click', save);
  on($('page-skip'), 'click', event => { event.preventDefault(); $('page-region').focus(); });
  tools.hidden = false;
  follow(() => { if (isPlace()) show(); else set(state()); });
  on(narrow, 'change', fit); fit();
}

/* Search. */
const results = $('page-results');
for (const form of all('form.search')) {
  form.hidden = false;
  on(form, 'submit', event => {
    event.preventDefault(); write();
    location.href = `${results ? '' : 'search.html'}#q=${encodeURIComponent(form.elements.q.value)}`;
  });
}
if (results && typeof entries !== 'undefined') {
  const field = $('page-q'), most = 200;
  const known = entries.map(([address, title, kind, text]) => ({ address, title, kind, text, name: fold(title),
    folded: fold([title, text, address.replace('.html', ' ')].join(EDGE)) }));
  /* The words that hold a part of the query, marked, with `around` words on both sides. */
  const marked = (text, parts, around) => {
    const words = text.split(/\s+/), folded = words.map(fold), lit = new Set();
    for (const part of parts) for (let at = 0, size = part.split(' ').length; at < words.length; at += 1) {
      if (folded.slice(at, at + size).join(' ').includes(part)) for (let n = at; n < at + size; n += 1) lit.add(n);
    }
    const first = Math.max(0, (lit.size ? Math.min(...lit) : 0) - around), last = first + 3 * around;
    const pieces = words.slice(first, last).flatMap((word, n) =>
      [n || first ? ' ' : '', lit.has(first + n) ? make('mark', {}, word) : word]);
    return [first ? '…' : '', ...pieces, last < words.length ? ' …' : ''];
  };
  const item = ({ address, title, kind, text }, parts) => make('li', {}, make('a', { href: address }, ...marked(title, parts, 99)), ' ',
    make('span', { className: 'kind' }, kind), text ? make('p', {}, ...marked(text, parts, 12)) : '');
  const find = () => {
    const parts = wanted(field.value), kinds = {}, whole = parts.join(' ');
    const rank = ({ name }) => [name === whole, name.startsWith(whole), holds(name, parts), true].indexOf(true);
    const found = parts.length ? known.filter(one => holds(one.folded, parts)) : [];
    for (const { kind } of found) kinds[kind] = (kinds[kind] ?? 0) + 1;
    found.sort((one, other) => rank(one) - rank(other));
    results.replaceChildren(...found.slice(0, most).map(one => item(one, parts)));
    $('page-count').textContent = !parts.length ? '' : !found.length
      ? 'Nothing found. Try fewer words, a part of a word, or another spelling.'
      : `${found.length} found (${Object.entries(kinds).map(one => one.join(' ')).join(', ')})`
        + (found.length > most ? `; the first ${most} are shown` : '');
  };
  on(field, 'input', () => { find(); writeSoon(() => field.value ? [['q', field.value]] : []); });
  follow(() => { if (!isPlace()) field.value = state().get('q') ?? ''; find(); });
}

/* Words of a document, and what they bear; of words that overlap, the shortest are meant. */
if (main.querySelector('[data-w]')) {
  const of = name => all(`.line [data-w~="${CSS.escape(name)}"]`, main);
  const length = name => of(name).reduce((sum, one) => sum + one.textContent.length, 0);
  const best = one => one.dataset.w.split(' ').sort((a, b) => length(a) - length(b))[0];
  const words = all('[data-w]', main).map(one => [one.classList, one.dataset.w.split(' ')]);
  const light = name => words.forEach(([classes, names]) => classes.toggle('lit', names.includes(name)));
  const home = () => light(decoded(location.hash.slice(1)));
  const over = event => { const one = event.target.closest('[data-w]'); if (one) light(best(one)); else home(); };
  on(main, 'mouseover focusin', over);
  on(main, 'mouseleave focusout', home);
  on(main, 'click', event => {
    const one = event.target.closest('.line [data-w]');
    if (!one || event.target.closest('a') || !getSelection().isCollapsed) return;
    const before = one.getBoundingClientRect().top;
    try { location.replace(`#${best(one)}`); } catch { return; }
    scrollBy(0, one.getBoundingClientRect().top - before);
  });
  follow(home);
}
})();

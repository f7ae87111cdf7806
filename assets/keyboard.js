// The keyboard in a browser. Flutter orders what Tab reaches by where it is drawn, so that a page that is
// scrolled mixes with the names beneath it; it stands nowhere once what had the focus is gone, and beside
// its buttons it shows the focus by a shade. Here Tab goes by the tree that screen readers read.
//
//   Tab, Shift+Tab   the next and the one before, as they are read aloud
//   F6, Shift+F6     the next heading: past what repeats
//   Escape           back, as the first button of a screen that lies on another
//   Ctrl+Enter       sends what is written
//   Ctrl+Z           takes back what was done last, outside of what is written
//
// Nothing of it stirs before one of these keys is pressed, and a pointer puts it to rest again.
(() => {
  'use strict';
  const OPERABLE = ['button', 'checkbox', 'link', 'menuitem', 'option', 'radio', 'slider', 'switch', 'tab']
    .map((role) => `[role=${role}][tabindex="0"]`)
    .concat(['a[href]', 'input:not([disabled])', 'textarea:not([disabled])']).join(', ');
  const HEADINGS = 'h1, h2, h3, h4, h5, h6';
  const WRITTEN = 'input, textarea';
  const SCROLLS = '[style*="-y: scroll"]';
  const NEAR = 4; // things that may have come or gone before what is sought again
  const CALM = 90, LATEST = 600, COMES = 1500; // milliseconds: without a change; in all; until a screen is drawn
  const LATE = 500, DRAWN = 200, SOUGHT = 3000; // until a field gives up the focus; a list is drawn; one gives up
  const LEAST = 48; // pixels: what is lower than that is no button, but a list's own edge
  const AHEAD = 200; // pixels of a list beyond its edge that are in the tree, whatever is seen of it

  let byKeys = false;
  let last; // where the focus stood: {name, at, order, isPlace}, among all one can stand on
  let screen = ''; // the headings of the first level, and the address
  let headings = [];
  let leaves = false; // for what the browser has around the page, and comes back from there
  let chosen; // what was stood on here; Flutter goes back to what had the focus before, unasked
  let went = 0; // when Tab went there
  const openers = []; // what led from one screen to the next: {screen, opener}

  const host = () => document.querySelector('flt-semantics-host');
  const now = () => document.activeElement;
  const all = (what) => (host() ? Array.from(host().querySelectorAll(what)) : []);
  const isDrawn = (one) => one.getClientRects().length > 0;
  const stops = () => all(OPERABLE).filter(isDrawn);
  const marks = () => all(`${OPERABLE}, ${HEADINGS}`).filter(isDrawn);
  const texts = (one) => (one.getAttribute('aria-label') || one.textContent || '').trim();
  const named = (one) => `${one.getAttribute('role') || one.tagName} ${texts(one).split('\n')[0]}`;
  const stands = (one) => one && one.isConnected && host() && host().contains(one);
  const isOffline = () => !(document.getElementById('offline') || { hidden: true }).hidden;

  function focus(one) {
    if (!one) return;
    if (one.matches(HEADINGS)) one.tabIndex = -1;
    [chosen, leaves] = [one, false];
    if (one.matches(WRITTEN) && now() !== one) awaitLine(one);
    one.focus();
    uncover(one);
    remember();
    draw();
  }

  // The app hears of what is typed once its line to the field is open, some frames later: the engine sets
  // that attribute then. What is typed before that is held, and written then.
  //
  //     awaited ──the attribute changes, or it never does──▶ written
  let held; // {one, words}

  function awaitLine(one) {
    held = { one, words: '' };
    one.setAttribute('autocorrect', 'awaited');
    const until = Date.now() + 3000, mine = held;
    const look = () => {
      if (held !== mine) return;
      const isOpen = one.getAttribute('autocorrect') !== 'awaited' || !stands(one);
      if (isOpen || Date.now() > until) setTimeout(() => held === mine && write(), 30);
      else setTimeout(look, 20);
    };
    setTimeout(look, 20);
  }

  function write() {
    const { one, words } = held;
    held = undefined;
    if (words && now() === one) document.execCommand('insertText', false, words);
  }

  function hold(event) {
    const chord = event.ctrlKey || event.metaKey || event.altKey;
    if (!held || now() !== held.one || (chord && !event.getModifierState('AltGraph'))) return false;
    if (event.key === 'Enter' || event.key === 'Tab') write();
    const isLetter = event.key.length === 1 && !event.isComposing;
    if (!held || !(isLetter || event.key === 'Backspace')) return false;
    held.words = isLetter ? held.words + event.key : held.words.slice(0, -1);
    event.preventDefault();
    event.stopImmediatePropagation();
    return true;
  }

  // What is half scrolled away is as small in the tree as what is seen of it: scroll on until it is whole.
  function uncover(one, tries = 3) {
    const list = one.closest(SCROLLS);
    if (!list || list === one) return;
    const box = one.getBoundingClientRect(), edge = list.getBoundingClientRect();
    const way = Math.abs(box.bottom - edge.bottom) < 2 ? 1 : Math.abs(box.top - edge.top) < 2 ? -1 : 0;
    if (!way || box.height > edge.height / 2) return;
    const before = list.scrollTop;
    roll(list, way * (box.height + 96));
    if (tries && list.scrollTop !== before) setTimeout(() => now() === one && uncover(one, tries - 1), 120);
  }

  function remember() {
    const one = now(), order = marks();
    if (!order.includes(one)) return;
    last = { name: named(one), at: order.indexOf(one), order: order.map(named), isPlace: isPlace(one) };
  }

  // One of the places under the screen or beside it, which one leaves for good.
  function isPlace(one) {
    const { left, right, top, width } = one.getBoundingClientRect();
    const beside = width < 120 && top > 56 && (left < 24 || right > innerWidth - 24);
    return one.matches('[role=tab]') || (beside && !one.closest(SCROLLS));
  }

  // Tab -----------------------------------------------------------------------------------------------

  function next(list, way, from) {
    const at = list.indexOf(from);
    if (at >= 0) return list[at + way];
    if (!stands(from)) return way > 0 ? list[0] : list[list.length - 1];
    const after = list.findIndex(
      (one) => from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING
    );
    if (way > 0) return after < 0 ? undefined : list[after];
    return after < 0 ? list[list.length - 1] : list[after - 1];
  }

  // Where nothing has the focus for a moment, one stands where one stood.
  function step(pick, way, event) {
    const isLost = !stands(now()) && !leaves && last;
    const from = isLost ? nearest(last) : now(), list = pick();
    const to = isLost && !from ? left() : next(list, way, from);
    const goesOn = stands(from) && (goingOn(from, to, way) || passed(pick, from, to, way));
    if (event) event.stopImmediatePropagation();
    leaves = !to && !goesOn;
    if (leaves) return; // past the last one the browser's own things come
    if (event) event.preventDefault();
    went = Date.now();
    if (goesOn) seek(goesOn, from, pick, way);
    else focus(to);
  }

  // A long list has in the tree what is seen of it, and a little more. Where the next thing is not among that,
  // the list is moved on until there is one, or until it ends. What is pressed meanwhile is done then.
  //
  //   Tab ──the next one is in the list, or the list ends──▶ focus
  //    └──the list goes on──▶ moved ──drawn──▶ looked through ──▶ focus, or moved again
  let seeking; // {ways: of each Tab, words: of letters}
  const turned = new WeakSet(); // lists that begin at their foot, and are measured from there

  const points = (list) => list.clientHeight / list.getBoundingClientRect().height || 1; // of the tree, to a pixel

  function isTurned(list) {
    const start = list.getBoundingClientRect().top - list.scrollTop / points(list) - 2;
    const end = start + list.scrollHeight / points(list) + 4;
    const boxes = Array.from(list.querySelectorAll('flt-semantics'), (one) => one.getBoundingClientRect());
    if (boxes.some(({ top, bottom }) => top < start || bottom > end)) turned.add(list);
    return turned.has(list);
  }

  // How much of a list is not in the tree, in that way.
  function unseen(list, way) {
    const ends = [list.scrollTop, list.scrollHeight - list.clientHeight - list.scrollTop];
    const [above, below] = (isTurned(list) ? ends.reverse() : ends).map((one) => one / points(list));
    if ((way > 0 ? below : above) < AHEAD) return 0;
    const { top, bottom } = list.getBoundingClientRect();
    const inside = Array.from(list.querySelectorAll(`flt-semantics, ${HEADINGS}, ${WRITTEN}`));
    const boxes = inside.map((one) => one.getBoundingClientRect());
    return way > 0
      ? bottom + below - Math.max(...boxes.map((box) => box.bottom))
      : Math.min(...boxes.map((box) => box.top)) - top + above;
  }

  function roll(list, by) {
    list.scrollTop += (isTurned(list) ? -by : by) * points(list);
  }

  // The innermost list around where one is that goes on, when the next thing is not in it.
  function goingOn(from, to, way) {
    for (let list = from.closest(SCROLLS); list; list = list.parentElement.closest(SCROLLS)) {
      if (to && list.contains(to)) return undefined;
      if (unseen(list, way) > LEAST) return list;
    }
    return undefined;
  }

  // A list between here and there that has nothing to stand on in the tree, as its beginning is scrolled away.
  // One that begins at its foot is talk, which is passed.
  function passed(pick, from, to, way) {
    const isPast = (one, other) => one.compareDocumentPosition(other)
      & (way > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING);
    const isEmpty = (list) => !pick().some((one) => list.contains(one));
    return all(SCROLLS).find((list) => !list.contains(from) && isPast(from, list)
      && (!to || (!list.contains(to) && isPast(list, to))) && isEmpty(list)
      && Math.max(unseen(list, 1), unseen(list, -1)) > LEAST && !isTurned(list));
  }

  function seek(list, from, pick, way) {
    const known = new Set(pick()), until = Date.now() + SOUGHT;
    const isNew = (one) => !known.has(one);
    let waits = true; // at its end more may be on its way from the server
    seeking = { ways: [], words: '' };
    const look = () => {
      const inside = pick().filter((one) => list.contains(one));
      const ordered = way > 0 ? inside : inside.slice().reverse();
      const to = stands(from) ? next(inside, way, from) : ordered.find(isNew);
      if (!to && stands(list) && unseen(list, way) > LEAST && Date.now() < until) {
        moveOn();
      } else if (!to && waits) {
        waits = false;
        drawn(look);
      } else {
        const beyond = next(pick().filter((one) => !list.contains(one)), way, list);
        found(to || beyond || (stands(from) ? from : ordered[ordered.length - 1]));
      }
    };
    const moveOn = () => {
      const was = from.getBoundingClientRect().top;
      roll(list, way * 0.9 * list.getBoundingClientRect().height);
      drawn(() => {
        const isWrong = stands(from) && way * (from.getBoundingClientRect().top - was) > 1;
        if (isWrong) turned.add(list);
        look();
      });
    };
    if (list.contains(from)) {
      moveOn();
    } else {
      roll(list, -way * list.scrollHeight);
      drawn(look);
    }

    function found(to) {
      const { ways, words } = seeking;
      [seeking, went] = [undefined, Date.now()];
      focus(to);
      if (held) held.words = words;
      ways.forEach((each) => (seeking ? seeking.ways.push(each) : step(pick, each)));
    }
  }

  function drawn(then) {
    const done = () => {
      seen.disconnect();
      clearTimeout(late);
      requestAnimationFrame(then);
    };
    const seen = new MutationObserver(done), late = setTimeout(done, DRAWN);
    seen.observe(host(), { subtree: true, childList: true, attributes: true });
  }

  let wakes = false;

  function wake(then) {
    const asleep = document.querySelector('flt-semantics-placeholder');
    if (!asleep && !wakes) return false;
    if (wakes) return true; // the first press counts, and those until there is something to stand on do not
    wakes = true;
    asleep.click();
    const until = Date.now() + 3000;
    const done = () => { wakes = false; then(); };
    const look = () => {
      if (stops().length || Date.now() > until) setTimeout(done, 100); // it finds first where the focus is
      else setTimeout(look, 50);
    };
    look();
    return true;
  }

  // What is pressed -----------------------------------------------------------------------------------

  // Buttons that keys press, or stand on first, say so (`answers` of ui/components/buttons.py): the next one, or the last there is.
  function marked(name, after) {
    const found = all(`[flt-semantics-identifier="${name}"][role=button]`).filter(isDrawn);
    const follows = (one) => after.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
    return (after && found.find(follows)) || found[found.length - 1];
  }

  // Where it is marked, else the first thing on a screen that lies on another, in the corner where one begins to read.
  function wayBack() {
    const first = stops()[0], said = marked('back');
    if (!first || said) return said;
    const { left, right, top, width } = first.getBoundingClientRect();
    const fromRight = /^(ar|fa|ckb)\b/.test(document.documentElement.lang);
    const edge = fromRight ? innerWidth - right : left;
    return first.matches('[role=button]') && edge < 24 && top < 24 && width < 64 ? first : undefined;
  }

  function press(event, one) {
    if (!one) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    one.click(); // as a screen reader presses it
  }

  function pressed(event) {
    const { key } = event, meta = event.ctrlKey || event.metaKey, one = now();
    if (seeking) {
      if (key === 'Tab') seeking.ways.push(event.shiftKey ? -1 : 1);
      else if (key.length === 1 && !meta && !seeking.ways.length) seeking.words += key;
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (hold(event) || event.isComposing || event.altKey) return;
    const writes = one && one.matches(WRITTEN);
    if (key === 'Enter' && meta && writes) press(event, marked('send', one));
    else if (key === 'z' && meta && !writes) press(event, marked('undo'));
    else if (!meta) plain(event, key, one, writes);
  }

  function plain(event, key, one, writes) {
    if (!['Tab', 'F6', 'Enter', ' ', 'Escape'].includes(key) && !key.startsWith('Arrow')) return;
    const asks = writes && one.closest('[role=dialog], [role=alertdialog]');
    if (writes && key !== 'Tab' && key !== 'F6' && key !== 'Enter' && !(key === 'Escape' && asks)) return;
    if (!byKeys) begin();
    if (key !== 'Tab' && key !== 'F6') went = 0; // where the app goes from here is meant
    const way = event.shiftKey ? -1 : 1;
    if (isOffline()) {
      const links = () => Array.from(document.querySelectorAll('#offline a')).filter(isDrawn);
      if (key === 'Tab') step(links, way, event);
    } else if (key === 'Tab' || key === 'F6') {
      const list = () => (key === 'Tab' ? stops() : all(HEADINGS).filter(isDrawn));
      if (wake(() => focus(next(list(), way, now())))) {
        event.preventDefault();
        event.stopImmediatePropagation();
      } else {
        step(list, way, event);
      }
    } else if (key === 'Escape') {
      press(event, wayBack());
    } else if (one && stands(one) && one.matches(OPERABLE) && !writes && (key === 'Enter' || key === ' ')) {
      if (!one.matches('[role=radio]')) press(event, event.repeat ? undefined : one);
    } else if (one && one.matches(HEADINGS)) {
      event.stopImmediatePropagation(); // nothing to press; arrows and Space scroll, as on any page
    }
    draw();
  }

  addEventListener('keydown', pressed, true);
  addEventListener('keyup', (event) => {
    if (event.key === 'Tab' || event.key === 'F6') event.stopImmediatePropagation();
  }, true);
  addEventListener('pointerdown', () => { byKeys = false; draw(); }, true);

  // Where the focus stands once the screen has changed ------------------------------------------------

  let calm, since = 0, leaving; // the screen that is gone: {known, path, since}

  function begin() {
    [byKeys, chosen, last] = [true, now(), undefined];
    if (host()) note();
    remember();
  }

  function note() {
    const found = all(HEADINGS).filter(isDrawn);
    const tops = found.filter((one) => one.tagName === 'H1').map(texts), here = `${location.pathname}\n`;
    headings = found.map(texts);
    if (tops.length || !screen.startsWith(here)) screen = `${here}${tops}`; // else it is scrolled away in a long list
    return found;
  }

  function changed() {
    if (!byKeys) return;
    since = since || Date.now();
    clearTimeout(calm);
    calm = setTimeout(settled, Date.now() - since > LATEST ? 0 : CALM);
  }

  function settled() {
    since = 0;
    if (!byKeys || !host() || isOffline() || seeking) return;
    const before = screen, known = headings, found = note();
    if (before !== screen) {
      leaving = leaving || { known, screen: before, since: Date.now() };
    }
    if (leaving && `${leaving.known}` === `${headings}` && Date.now() - leaving.since < COMES) {
      calm = setTimeout(settled, CALM); // the address is new, and what stands there is on its way
    } else if (leaving) {
      arrive(found, leaving);
      leaving = undefined;
    } else if (!isMeant(now())) {
      focus(left());
    }
    draw();
  }

  // On the way back to what led away, else on the first heading that is new.
  function arrive(found, { known, screen: before }) {
    if (stands(now()) && now().matches(WRITTEN) && now() !== chosen) return; // it begins with a field
    const top = openers[openers.length - 1];
    const isBack = top && top.screen === screen;
    if (isBack) openers.pop();
    else if (last && before !== screen) openers.push({ screen: before, opener: last });
    const opener = isBack && !last.isPlace && nearest(top.opener);
    const begins = marked('begin');
    focus(opener || begins || found.find((one) => !known.includes(texts(one))) || found[0] || stops()[0]);
  }

  // A field that the app stands in, and a choice among several that arrows go through, are.
  function isMeant(one) {
    if (leaves) return true;
    return stands(one) && (one === chosen || one.matches(`${WRITTEN}, [role=radio]`));
  }

  // A field from which Tab has gone on takes the focus back once Flutter hears that it had it.
  function isLate(one) {
    return one.matches(WRITTEN) && one !== chosen && stands(chosen) && Date.now() - went < LATE;
  }

  function nearest(was) {
    const list = marks(), same = list.filter((one) => named(one) === was.name);
    const far = (one) => Math.abs(list.indexOf(one) - was.at);
    return same.sort((a, b) => far(a) - far(b)).find((one) => far(one) < NEAR);
  }

  // The same thing drawn anew; else what stands in its place now; else what stood before it.
  function left() {
    const list = marks(), names = list.map(named);
    if (!last) return list.find((one) => one.matches(HEADINGS)) || list[0];
    const same = nearest(last);
    if (same) return same;
    for (let at = last.at - 1; at >= 0; at -= 1) {
      const there = names.lastIndexOf(last.order[at], at + NEAR);
      if (there < 0) continue;
      const after = list.slice(there + 1).find((one) => one.matches(OPERABLE));
      const isElsewhere = !after || (after.matches('[role=tab]') && !list[there].matches('[role=tab]'));
      return isElsewhere ? list[there] : after;
    }
    return list.find((one) => one.matches('h1')) || list[0];
  }

  addEventListener('focusin', ({ target }) => {
    if (leaves) [chosen, leaves] = [target, false];
    if (!byKeys) return;
    if (isLate(target)) chosen.focus();
    else if (isMeant(target)) remember();
    else changed();
    draw();
  }, true);
  addEventListener('focusout', changed, true);
  addEventListener('popstate', changed);
  addEventListener('blur', () => { leaves = true; });
  new MutationObserver((records) => {
    if (byKeys && records.some(({ target }) => stands(target))) changed();
  }).observe(document, { subtree: true, childList: true });

  // What shows where the focus is: a dark line and a light one, seen on any ground --------------------

  const ring = document.createElement('div');
  ring.id = 'ring';
  ring.setAttribute('aria-hidden', 'true');
  let drawing = 0;

  function draw() {
    if (!drawing) drawing = requestAnimationFrame(follow);
  }

  function follow() {
    drawing = 0;
    const one = now();
    const box = byKeys && stands(one) && one !== host() && !isOffline() ? shownOf(one) : undefined;
    ring.hidden = !box;
    if (!box) return;
    if (!ring.isConnected) document.body.append(ring);
    const [left, top, width, height] = box.map((one) => `${one}px`);
    Object.assign(ring.style, { left, top, width, height });
    drawing = requestAnimationFrame(follow); // it moves with what is scrolled
  }

  function shownOf(one) {
    let { left, top, right, bottom } = one.getBoundingClientRect();
    for (let list = one.closest(SCROLLS); list; list = list.parentElement.closest(SCROLLS)) {
      const edge = list.getBoundingClientRect();
      [left, top] = [Math.max(left, edge.left), Math.max(top, edge.top)];
      [right, bottom] = [Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
    }
    const room = one.matches(HEADINGS) ? 6 : 0;
    if (right <= left || bottom <= top) return undefined;
    return [left - room, top - room, right - left + 2 * room, bottom - top + 2 * room];
  }
})();

// What is spoken: the button that wakes a screen reader, and reading aloud (ui/components/aloud.py).

(() => {
  // Flutter draws on a canvas and tells screen readers nothing until this button, the first of the page, is
  // pressed. It has an English name, whatever the language: the right one stands beside the offline words.
  // A screen reader finds it by itself; Tab alone never gets to it, since Flutter keeps the focus: so the
  // first Tab presses it (`keyboard.js`).

  function nameTheButton() {
    const button = document.querySelector('flt-semantics-placeholder');
    const words = document.querySelector(`#offline section[lang="${document.documentElement.lang}"]`);
    const name = words && words.dataset.wake;
    if (button && name && button.getAttribute('aria-label') !== name) {
      button.setAttribute('aria-label', name);
    }
  }
  new MutationObserver(nameTheButton).observe(document, {
    subtree: true, childList: true, attributes: true, attributeFilter: ['lang']
  });

  // Only voices of the device itself: others send what they are to say, that is the person's own words, to
  // whoever made the browser.
  const speech = window.speechSynthesis;
  const main = (tag) => tag.toLowerCase().split(/[-_]/)[0];
  const voices = () => (speech ? speech.getVoices().filter((one) => one.localService) : []);
  voices(); // some browsers look for them when they are asked for the first time

  // Told with the line to the server (index.html): the button stands only where there is a voice.
  window.spokenLanguages = () => [...new Set(voices().map((one) => main(one.lang)))].sort().join(' ');

  // The app opens an address of its own, and what a screen reader would be told is read. Nothing is opened.
  const openWindow = window.open.bind(window);
  window.open = (address, ...rest) =>
    String(address) === 'mia:read-aloud' ? (readOrStop(), window) : openWindow(address, ...rest);

  //     silent ──tapped──▶ reading ──tapped · read to the end · another screen · the page left──▶ silent
  let reading;
  const place = () => [location.pathname, document.title, document.documentElement.lang].join('\n');

  function stop() {
    clearInterval(reading);
    reading = undefined;
    speech.cancel();
  }

  function readOrStop() {
    if (!speech) return;
    if (reading) return stop();
    const begun = place();
    const asleep = document.querySelector('flt-semantics-placeholder');
    if (asleep) asleep.click();
    reading = setInterval(() => {
      if (place() !== begun || !(speech.speaking || speech.pending)) stop();
    }, 250);
    const speak = () => {
      for (const { line, lang } of linesToRead()) {
        const voice = voices().find((one) => main(one.lang) === main(lang));
        if (!voice) continue; // with another language's voice it would not be understood
        const said = new SpeechSynthesisUtterance(line);
        said.voice = voice;
        said.lang = voice.lang;
        speech.speak(said);
      }
    };
    if (asleep) setTimeout(speak, 200); // the tree has to be there first
    else speak();
  }
  window.addEventListener('pagehide', () => speech && speech.cancel());

  function linesToRead() {
    const host = document.querySelector('flt-semantics-host');
    const all = 'flt-semantics, h1, h2, h3, h4, input, textarea';
    const nodes = host ? Array.from(host.querySelectorAll(all)) : [];
    const begin = nodes.findIndex((node) => node.tagName === 'H1'); // past the buttons of the bar
    const lines = [];
    // A card's words are its label, its heading is inside: the heading stands first for the eye.
    const headed = nodes.slice(Math.max(begin, 0)).flatMap((node) => {
      const heading = node.matches('[role=group][aria-label]') && node.querySelector('h2, h3, h4');
      return heading ? [heading, node] : [node];
    });
    for (const node of new Set(headed)) {
      if (node.closest('[role=tablist], [role=tab]')) continue;
      const own = Array.from(node.childNodes)
        .filter((child) => child.nodeType === Node.TEXT_NODE || child.tagName === 'SPAN')
        .map((child) => child.textContent).join(' ');
      const written = node.type === 'password' ? '' : node.value || ''; // what stands in a field
      const line = [node.getAttribute('aria-label') || own, written].join(' ')
        .replace(/[\u2066-\u2069]/g, '').trim();
      const lang = node.closest('[lang]').lang;
      if (line && line !== lines.at(-1)?.line) lines.push({ line, lang });
    }
    return lines;
  }
})();

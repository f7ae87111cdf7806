"""What the drawing engine of a page was told to draw, as a script that listens to it.

The app is drawn on a canvas, so nothing in the page's elements says where a letter stands or that it was
cut. The engine's own calls do: each text is laid out in a width, and drawn at a place under a clip.
"""

WATCH = r"""(() => {
  const validate = WebAssembly.validate;
  WebAssembly.validate = bytes => bytes.length !== 15 && validate.call(WebAssembly, bytes);
  let kit, frame = [];
  const shown = one => {
    const w = one.__width ?? 1e9;
    return {words: one.__words ?? '', width: w, longest: one.getMinIntrinsicWidth(),
      cut: one.didExceedMaxLines(), lines: one.getLineMetrics().map(line =>
        [line.left, line.baseline - line.ascent, line.left + line.width, line.baseline + line.descent])};
  };
  const clips = canvas => canvas.__clips ??= [[-1e6, -1e6, 1e6, 1e6]];
  const placed = (canvas, extra) => ({...extra, at: canvas.getLocalToDevice(), clip: clips(canvas).at(-1)});
  const clipped = (canvas, edges) => {
    const all = clips(canvas);
    all.push(within(all.pop(), box(canvas.getLocalToDevice(), edges)));
  };
  const around = (type, name, made) => {
    const real = type.prototype[name];
    type.prototype[name] = function(...given) { return made.call(this, real, ...given); };
  };
  const listen = () => {
    around(kit.ParagraphBuilder, 'addText', function(real, words) {
      this.__words = (this.__words ?? '') + words; return real.call(this, words); });
    around(kit.ParagraphBuilder, 'build', function(real) {
      const one = real.call(this); one.__words = this.__words; return one; });
    around(kit.Paragraph, 'layout', function(real, width) {
      this.__width = width; return real.call(this, width); });
    around(kit.PictureRecorder, 'beginRecording', function(real, ...given) {
      const canvas = real.apply(this, given); canvas.__told = this.__told = []; return canvas; });
    around(kit.PictureRecorder, 'finishRecordingAsPicture', function(real) {
      const picture = real.call(this); picture.__told = this.__told; return picture; });
    for (const name of ['save', 'saveLayer'])
      around(kit.Canvas, name, function(real, ...given) {
        clips(this).push(clips(this).at(-1)); return real.apply(this, given); });
    around(kit.Canvas, 'restore', function(real) {
      if (clips(this).length > 1) clips(this).pop(); return real.call(this); });
    around(kit.Canvas, 'restoreToCount', function(real, count) {
      clips(this).splice(Math.max(count, 1)); return real.call(this, count); });
    around(kit.Canvas, 'clipRect', function(real, edges, ...given) {
      if (given[0] === kit.ClipOp.Intersect) clipped(this, edges);
      return real.call(this, edges, ...given); });
    around(kit.Canvas, 'clipRRect', function(real, edges, ...given) {
      if (given[0] === kit.ClipOp.Intersect) clipped(this, edges);
      return real.call(this, edges, ...given); });
    around(kit.Canvas, 'clear', function(real, colour) {
      if (!this.__told) frame = []; return real.call(this, colour); });
    around(kit.Canvas, 'drawParagraph', function(real, one, x, y) {
      (this.__told ?? frame).push(placed(this, {text: shown(one), x, y}));
      return real.call(this, one, x, y); });
    around(kit.Canvas, 'drawPicture', function(real, picture) {
      if (picture.__told?.length) (this.__told ?? frame).push(placed(this, {told: picture.__told}));
      return real.call(this, picture); });
  };
  Object.defineProperty(window, 'flutterCanvasKit',
    {get: () => kit, set: loaded => { kit = loaded; listen(); }});
  const times = (a, b) => [0, 1, 2, 3].flatMap(r => [0, 1, 2, 3].map(c =>
    [0, 1, 2, 3].reduce((sum, i) => sum + a[4 * r + i] * b[4 * i + c], 0)));
  const whole = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
  const box = (at, [l, t, r, b]) => {
    const xs = [l, r, l, r].map((x, i) => at[0] * x + at[1] * [t, b, b, t][i] + at[3]);
    const ys = [l, r, l, r].map((x, i) => at[4] * x + at[5] * [t, b, b, t][i] + at[7]);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  };
  const within = (a, b) => [Math.max(a[0], b[0]), Math.max(a[1], b[1]),
    Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  const flat = (told, at, clip) => told.flatMap(one => {
    const here = times(at, one.at), seen = within(clip, box(at, one.clip));
    if (one.told) return flat(one.told, here, seen);
    const lines = one.text.lines.map(([l, t, r, b]) =>
      box(here, [l + one.x, t + one.y, r + one.x, b + one.y]));
    return [{...one.text, lines, clip: seen}];
  });
  window.__drawn = () => {
    const d = window.devicePixelRatio;
    return kit && flat(frame, whole, [-1e6, -1e6, 1e6, 1e6]).map(one => ({...one,
      lines: one.lines.map(line => line.map(n => n / d)), clip: one.clip.map(n => n / d)}));
  };
})()"""
"""Put into a page before it is opened. The engine is then the one that can be listened to (CanvasKit), which
lays text out with the same code as the one that Chromium gets otherwise."""

DRAWN = "() => window.__drawn ? window.__drawn() : null"
"""Each text of the last frame: its words, the width it was given, its longest word, whether lines were left
out, and where each line stands and what of the page it may be seen in, as [left, top, right, bottom]."""

BOXES = r"""() => {
  const tapped = ['button', 'tab', 'textbox', 'link', 'radio', 'checkbox', 'switch'];
  const written = ':scope > input, :scope > textarea';
  return Array.from(document.querySelectorAll('flt-semantics'), one => {
    const at = one.getBoundingClientRect();
    return {id: one.id, role: one.getAttribute('role') ?? (one.querySelector(written) ? 'textbox' : ''),
    name: (one.getAttribute('aria-label') ?? one.textContent ?? '').slice(0, 60),
    taps: one.hasAttribute('flt-tappable') || tapped.includes(one.getAttribute('role')),
    scrolls: /scroll/.test(one.style.overflowX + one.style.overflowY),
    sideways: /scroll/.test(one.style.overflowX),
    box: [at.left, at.top, at.right, at.bottom]};
  });
}"""

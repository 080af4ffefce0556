// Runs in the page: the rendered tree as HTML, and of each element where its tag begins and how it looks.
// It changes nothing in the page but the pace of its animations.
({ plain, specified, most, longest }) => {
  const XHTML = "http://www.w3.org/1999/xhtml";
  const VOID = new Set(("area base basefont bgsound br col embed frame hr img input keygen link meta param " +
    "source track wbr").split(" "));
  const RAW = new Set("iframe noembed noframes noscript plaintext script style xmp".split(" "));
  const REFERRING = new Set(("for headers list form usemap aria-labelledby aria-describedby aria-controls " +
    "aria-owns aria-details aria-errormessage aria-flowto aria-activedescendant").split(" "));
  const SIDES = new Set(["left", "top", "right", "bottom"]);
  const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;" };
  const escaped = (text) => text.replace(/[&<>\u00a0]/g, (found) => escapes[found]);
  const quoted = (text) => text.replace(/[&\u00a0"]/g, (found) => (found === '"' ? "&quot;" : escapes[found]));

  // A movement that ends is shown at its end, one that goes on for ever not at all.
  for (const animation of document.getAnimations()) {
    try { animation.finish(); } catch { try { animation.cancel(); } catch { /* it has gone */ } }
  }

  const parts = [], starts = [], elements = [];
  let length = 0;
  const put = (text) => { parts.push(text); length += text.length; };
  const scopes = new Map();
  const mark = (root) => {
    if (!(root instanceof ShadowRoot)) return "";
    if (!scopes.has(root)) scopes.set(root, `-s${scopes.size + 1}`);
    return scopes.get(root);
  };
  // Ids in a shadow tree are its own: in one page with the others they get a mark.
  const attributeText = (name, value, scope) => {
    if (scope && value && (name === "id" || REFERRING.has(name))) {
      return value.trim().split(/\s+/).map((one) => one + scope).join(" ");
    }
    return value;
  };
  const open = (element, scope) => {
    const html = element.namespaceURI === XHTML;
    const name = html ? element.localName : element.tagName;
    starts.push(length);
    elements.push(element);
    let text = `<${name}`;
    for (const { name: key, value } of element.attributes) {
      text += ` ${key}="${quoted(attributeText(key, value, scope))}"`;
    }
    put(`${text}>`);
    return { name, html };
  };
  const inside = (element, name) => {
    if (element.shadowRoot) return element.shadowRoot.childNodes;
    if (name === "slot" && element.getRootNode() instanceof ShadowRoot) {
      const assigned = element.assignedNodes();
      if (assigned.length) return assigned;
    }
    return element.childNodes;
  };

  const stack = [{ nodes: document.childNodes, at: 0, end: "", raw: false }];
  while (stack.length) {
    const top = stack[stack.length - 1];
    if (top.at >= top.nodes.length) {
      put(top.end);
      stack.pop();
      continue;
    }
    const node = top.nodes[top.at++];
    if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE) {
      put(top.raw ? node.data : escaped(node.data));
    } else if (node.nodeType === Node.COMMENT_NODE) {
      put(`<!--${node.data.replace(/--!?>|^-?>/g, "-- ")}-->`);
    } else if (node.nodeType === Node.DOCUMENT_TYPE_NODE) {
      const ids = node.publicId ? ` PUBLIC "${node.publicId}"${node.systemId ? ` "${node.systemId}"` : ""}` : "";
      put(`<!DOCTYPE ${node.name}${ids}>\n`);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      if (elements.length >= most || length > longest) return { large: true };
      const scope = mark(node.getRootNode());
      // What says something about a whole page says nothing in a shadow tree.
      if (scope && node.namespaceURI === XHTML && /^(?:base|meta|title)$/.test(node.localName)) continue;
      const { name, html } = open(node, scope);
      if (html && VOID.has(name)) continue;
      const empty = html && (name === "template" || name === "iframe");
      const nodes = empty ? [] : [...inside(node, name)];
      const first = nodes[0];
      if (/^(?:pre|listing|textarea)$/.test(name) && first && first.nodeType === Node.TEXT_NODE &&
          first.data.startsWith("\n")) put("\n");
      stack.push({ nodes, at: 0, end: `</${name}>`, raw: html && RAW.has(name) });
    }
  }
  if (length > longest) return { large: true };

  // Colours in other forms become numbers by painting them.
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const painted = new Map();
  const paint = (value) => {
    if (/^rgba?\(/.test(value) || !canvas) return value;
    if (!painted.has(value)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = value;
      canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
      painted.set(value, `rgba(${red}, ${green}, ${blue}, ${alpha / 255})`);
    }
    return painted.get(value);
  };
  const generates = (element, which) => {
    const look = getComputedStyle(element, which);
    const { content } = look;
    return content !== "none" && content !== "normal" && !/^["']\s*["']$/.test(content) &&
      look.display !== "none";
  };

  const looks = new Map(), table = [], generated = [];
  const numbers = elements.map((element, number) => {
    const computed = getComputedStyle(element);
    const values = plain.map((name) => {
      const value = computed.getPropertyValue(name);
      return name.endsWith("color") ? paint(value) : value;
    });
    const written = element.computedStyleMap();
    const still = computed.position === "static";
    for (const name of specified) {
      const value = still && SIDES.has(name) ? null : written.get(name);
      values.push(value ? value.toString() : "");
    }
    if (generates(element, "::before") || generates(element, "::after")) generated.push(number);
    const key = values.join("\u001f");
    let known = looks.get(key);
    if (known === undefined) {
      known = table.length;
      looks.set(key, known);
      table.push(values);
    }
    return known;
  });

  // Whether a style sheet asks how the screen is held, as far as the page may read its own sheets.
  const asks = (rules, deep) => [...rules].some((rule) =>
    (rule.media && rule.media.mediaText.includes("orientation")) ||
    (deep && rule.cssRules && asks(rule.cssRules, deep - 1)));
  const turns = [...document.styleSheets].some((sheet) => {
    try { return sheet.media.mediaText.includes("orientation") || asks(sheet.cssRules, 9); } catch { return false; }
  });
  return { text: parts.join(""), starts, numbers, table, generated, turns };
}

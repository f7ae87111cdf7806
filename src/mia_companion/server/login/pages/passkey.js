// Asks our server what is to be signed, has the person's passkey sign it, and brings it back.
"use strict";

const button = document.getElementById("passkey");
const said = document.getElementById("said");

const toBytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

const toText = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const named = (some) => (some || []).map((one) => ({ ...one, id: toBytes(one.id) }));

const post = async (path, body) => {
  const answer = await fetch(button.dataset.at + path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    credentials: "same-origin",
  });
  if (!answer.ok) throw new Error("refused");
  return answer.json();
};

const create = async (asked) => {
  const made = await navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: toBytes(asked.challenge),
      user: { ...asked.user, id: toBytes(asked.user.id) },
      excludeCredentials: named(asked.excludeCredentials),
    },
  });
  return shape(made, {
    attestationObject: toText(made.response.attestationObject),
    clientDataJSON: toText(made.response.clientDataJSON),
    transports: made.response.getTransports ? made.response.getTransports() : [],
  });
};

const get = async (asked) => {
  const shown = await navigator.credentials.get({
    publicKey: {
      ...asked,
      challenge: toBytes(asked.challenge),
      allowCredentials: named(asked.allowCredentials),
    },
  });
  const handle = shown.response.userHandle;
  return shape(shown, {
    authenticatorData: toText(shown.response.authenticatorData),
    clientDataJSON: toText(shown.response.clientDataJSON),
    signature: toText(shown.response.signature),
    userHandle: handle ? toText(handle) : null,
  });
};

const shape = (one, response) => ({
  id: one.id, rawId: toText(one.rawId), type: one.type, response,
});

const begin = async () => {
  button.disabled = true;
  said.textContent = button.dataset.waiting;
  try {
    const asked = await post("/passkey/options", {});
    const answer = asked.create ? await create(asked.create) : await get(asked.get);
    const name = document.getElementById("name");
    const next = await post("/passkey", { answer, name: name ? name.value : "" });
    location.assign(next.next);
  } catch {
    button.disabled = false;
    said.textContent = button.dataset.failed;
  }
};

if (button) {
  if (window.PublicKeyCredential) {
    button.addEventListener("click", begin);
  } else {
    button.disabled = true;
    said.textContent = button.dataset.unable;
  }
}

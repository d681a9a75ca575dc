// Keys and locks (ADR 0016): how a ticket's code finds and opens its line of the list,
// and how an act is locked so that only the server can open it.

const text = new TextEncoder();

export const possible = () => Boolean(window.isSecureContext && crypto.subtle && window.indexedDB && window.caches && navigator.serviceWorker);

export const fromText = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
export const toText = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

// The device's key, as a thing that can be used and never read.
export function deviceKey(bytes) {
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}

// The twelve signs of a code in what was scanned or typed, like `read_code` on the server.
export function readCode(scanned) {
  const last = scanned.trim().split(/[?#]/)[0].replace(/\/+$/, "").split("/").pop();
  const signs = last.toUpperCase().replace(/[-–— \t._]/g, "");
  return /^[2-9A-HJ-NP-Z]{12}$/.test(signs) ? signs : null;
}

export async function keysOf(code, list) {
  const secret = await crypto.subtle.importKey("raw", text.encode(code), "PBKDF2", false, ["deriveBits"]);
  const slowly = { name: "PBKDF2", hash: "SHA-256", salt: list.salt, iterations: list.rounds };
  const stretched = new Uint8Array(await crypto.subtle.deriveBits(slowly, secret, 256));
  const handle = (await signed(list.device, stretched, "find")).slice(0, 16);
  return { handle, name: hex(handle), key: await signed(list.device, stretched, "read") };
}

async function signed(key, stretched, purpose) {
  const both = new Uint8Array([...stretched, ...text.encode(purpose)]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, both));
}

// The line of a ticket in its bucket, or null; a line is handle, length, nonce and text.
export async function openLine(bucket, { handle, key }) {
  for (let at = 0; at < bucket.length; ) {
    const length = bucket[at + 16] * 256 + bucket[at + 17];
    const locked = bucket.subarray(at + 18, at + 18 + length);
    if (handle.every((byte, place) => byte === bucket[at + place])) return opened(locked, key);
    at += 18 + length;
  }
  return null;
}

async function opened(locked, key) {
  const aes = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]);
  const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: locked.slice(0, 12) }, aes, locked.slice(12));
  return JSON.parse(new TextDecoder().decode(plain));
}

// A parcel for the server: a fresh public point, a nonce, and the locked act.
export async function parcel(act, { postBox, request }) {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const theirs = await crypto.subtle.importKey("raw", postBox, curve, false, []);
  const mine = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", mine.publicKey));
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, mine.privateKey, 256);
  const base = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const way = { name: "HKDF", hash: "SHA-256", salt: point, info: text.encode("lip offline") };
  const key = await crypto.subtle.deriveKey(way, base, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const about = { name: "AES-GCM", iv, additionalData: text.encode(request) };
  const locked = new Uint8Array(await crypto.subtle.encrypt(about, key, text.encode(JSON.stringify(act))));
  return new Uint8Array([...point, ...iv, ...locked]);
}

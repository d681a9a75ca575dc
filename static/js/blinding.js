// RSA blind signatures, RSABSSA-SHA384-PSS-Randomized (RFC 9474), for whole bytes of modulus.

const HASH = 48;
const SALT = 48;

export const random = (length) => crypto.getRandomValues(new Uint8Array(length));

export function toText(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export function fromText(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

export function prepared(round, serial, prefix) {
  return joined(prefix, new TextEncoder().encode(`${round}|`), serial);
}

// Hide a message: what goes to the signer, and what takes the blinding off again.
// `salt` and `drawn` are random, or derived from what was random.
export async function blind(key, message, { salt, drawn }) {
  const number = toNumber(await encoded(message, salt, bitsOf(key.modulus) - 1));
  const length = lengthOf(key);
  const factor = 2n + (toNumber(drawn) % (key.modulus - 2n));
  const inverse = inverted(factor, key.modulus);
  if (inverse === null) throw new Error("the factor has no inverse");
  const hidden = (number * power(factor, key.exponent, key.modulus)) % key.modulus;
  return { message: toBytes(hidden, length), inverse: toBytes(inverse, length) };
}

// Take the blinding off and check that it is the key's signature of this message.
export async function finalize(key, message, signed, inverse, saltLength = SALT) {
  const number = (toNumber(signed) * toNumber(inverse)) % key.modulus;
  const signature = toBytes(number, lengthOf(key));
  if (!(await isSigned(key, message, signature, saltLength))) throw new Error("not signed by this key");
  return signature;
}

export async function isSigned(key, message, signature, saltLength = SALT) {
  const bits = bitsOf(key.modulus) - 1;
  const length = Math.ceil(bits / 8);
  const spare = 8 * length - bits;
  const code = toBytes(power(toNumber(signature), key.exponent, key.modulus), length);
  if (!code || code[length - 1] !== 0xbc || code[0] >> (8 - spare)) return false;
  const masked = code.slice(0, length - HASH - 1);
  const digest = code.slice(length - HASH - 1, length - 1);
  const block = xored(masked, await mask(digest, masked.length));
  block[0] &= 0xff >> spare;
  const zeros = block.length - saltLength - 1;
  if (block.subarray(0, zeros).some(Boolean) || block[zeros] !== 1) return false;
  const wanted = await salted(message, block.slice(zeros + 1));
  return wanted.every((byte, at) => byte === digest[at]);
}

async function encoded(message, salt, bits) {
  const length = Math.ceil(bits / 8);
  const digest = await salted(message, salt);
  const block = new Uint8Array(length - HASH - 1);
  block[block.length - salt.length - 1] = 1;
  block.set(salt, block.length - salt.length);
  const masked = xored(block, await mask(digest, block.length));
  masked[0] &= 0xff >> (8 * length - bits);
  return joined(masked, digest, Uint8Array.of(0xbc));
}

async function salted(message, salt) {
  return hash(joined(new Uint8Array(8), await hash(message), salt));
}

async function mask(seed, length) {
  const parts = [];
  for (let at = 0; at * HASH < length; at += 1) {
    parts.push(await hash(joined(seed, Uint8Array.of(at >> 24, at >> 16, at >> 8, at))));
  }
  return joined(...parts).slice(0, length);
}

async function hash(content) {
  return new Uint8Array(await crypto.subtle.digest("SHA-384", content));
}

function power(base, exponent, modulus) {
  let found = 1n;
  let square = base % modulus;
  for (let rest = BigInt(exponent); rest > 0n; rest >>= 1n) {
    if (rest & 1n) found = (found * square) % modulus;
    square = (square * square) % modulus;
  }
  return found;
}

function inverted(number, modulus) {
  let [former, rest, one, other] = [modulus, number, 0n, 1n];
  while (rest) {
    const times = former / rest;
    [former, rest] = [rest, former - times * rest];
    [one, other] = [other, one - times * other];
  }
  return former === 1n ? ((one % modulus) + modulus) % modulus : null;
}

function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function xored(one, other) {
  return one.map((byte, at) => byte ^ other[at]);
}

function toNumber(bytes) {
  return BigInt(`0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`);
}

function toBytes(number, length) {
  const text = number.toString(16).padStart(2 * length, "0");
  if (text.length > 2 * length) return null;
  return Uint8Array.from(text.match(/../g), (byte) => parseInt(byte, 16));
}

function bitsOf(modulus) {
  return modulus.toString(2).length;
}

function lengthOf(key) {
  return Math.ceil(bitsOf(key.modulus) / 8);
}

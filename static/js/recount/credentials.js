// Credentials: RSASSA-PSS signatures (SHA-384, salt of 48 bytes) that nobody can join to a voter.

import { bytesOf, utf8 } from "./digests.js";

const ALGORITHM = { name: "RSA-PSS", hash: "SHA-384" };

export async function keysOf(round) {
  const keys = new Map();
  for (const { group, modulus, exponent } of round.the("keys").credentials) {
    const jwk = { kty: "RSA", n: base64(modulus), e: base64(exponent.toString(16)) };
    const key = await crypto.subtle.importKey("jwk", jwk, ALGORITHM, false, ["verify"]);
    keys.set(group, { key, length: Math.ceil(modulus.length / 2), modulus: BigInt(`0x${modulus}`) });
  }
  return keys;
}

export async function allSigned(round, credentials) {
  const keys = await keysOf(round);
  const name = utf8(`${round.the("election").id}|`);
  for (const one of credentials) {
    const found = keys.get(one.group);
    if (!found || !(await isSigned(found, name, one))) return false;
  }
  return true;
}

async function isSigned({ key, length, modulus }, name, { serial, prefix, signature }) {
  if (serial.length !== 64 || prefix.length !== 64) return false;
  if (signature.length !== 2 * length || BigInt(`0x${signature}`) >= modulus) return false;
  const message = Uint8Array.from([...bytesOf(prefix), ...name, ...bytesOf(serial)]);
  return crypto.subtle.verify({ name: "RSA-PSS", saltLength: 48 }, key, bytesOf(signature), message);
}

function base64(hex) {
  const even = hex.length % 2 ? `0${hex}` : hex;
  const text = btoa(String.fromCharCode(...bytesOf(even)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

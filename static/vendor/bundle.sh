#!/bin/sh
# Renew what comes from npm: the QR decoder and the icon sprite.
# Only for developers who want another version; the running product needs no Node.
set -eu

QR=0.7.0
LUCIDE=1.62.0
ESBUILD=0.28.2
ICONS="
  accessibility alert-triangle=triangle-alert arrow-left arrow-right ban building=building-2
  calendar calendar-x camera camera-off check chevron-down chevron-left chevron-right
  circle-check clock copy door-closed door-open download external-link eye file-text gift heart-handshake
  help-circle=circle-question-mark history home=house hourglass id-card info key=key-round
  keyboard languages layers link list lock log-in log-out mail map-pin menu minus monitor
  pencil phone plus
  printer qr-code redo=redo-2 refresh=refresh-cw search settings shield sparkles
  switch-camera tag ticket torch=flashlight trash=trash-2 undo=undo-2 upload user user-check user-plus users vibrate
  volume=volume-2 volume-off=volume-x wifi-off x
"

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --ignore-scripts --no-save --silent "qr@$QR" "lucide-static@$LUCIDE" "esbuild@$ESBUILD"

echo 'export { decodeQR } from "qr/decode.js";' > decoder.js
npx --no-install esbuild decoder.js --bundle --format=esm --minify --target=es2022 \
  "--banner:js=/*! qr $QR, (c) 2023 Paul Miller, MIT OR Apache-2.0 */" \
  --legal-comments=none --log-level=warning "--outfile=$here/qr-$QR.js"
cp node_modules/qr/LICENSE-MIT "$here/qr-$QR.LICENSE"
# shellcheck disable=SC2086 - the icons are a list
node "$here/sprite.mjs" node_modules/lucide-static/icons "$LUCIDE" $ICONS > "$here/../icons/sprite.svg"
cp node_modules/lucide-static/LICENSE "$here/../icons/LICENSE"

cd "$here"
sha256sum "qr-$QR.js" ../icons/sprite.svg

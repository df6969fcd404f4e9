/** Two frames of 16 by 16 pixels in VP8, one second long. */
const webm =
  'GkXfo59ChoEBQveBAULygQRC84EIQoKEd2VibUKHgQJChYECGFOAZ0CXFUmpZpYq17GDD0JARImERHoAAE2AgXhXQYF4FlSua5uumdeBAXPFgQGDgQGGhVZfVlA4' +
  '4IawgRC6gRAfQ7Z11+eBAKOogQAAgHABAJ0BKhAAEAAHQJYloAJ0AUAAAP7kAXkc72fUbaRDegAAAKOogQPAgHABAJ0BKhAAEAAHQJYloAJ0AUAAAP7kAXkc72fU' +
  'baRDegAAAA=='

/** One pixel. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** One page that says hello. */
const pdf = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj',
  '4 0 obj<</Length 36>>stream',
  'BT /F 24 Tf 20 100 Td (Hello) Tj ET ',
  'endstream endobj',
  '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
  'trailer<</Root 1 0 R>>',
  '%%EOF',
].join('\n')

/** A second of silence, 8,000 samples of a byte each. */
function wav(): Buffer {
  const rate = 8_000
  const bytes = Buffer.alloc(44 + rate, 0x80)
  bytes.write('RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0', 'latin1')
  bytes.writeUInt32LE(36 + rate, 4)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate, 28)
  bytes.write('\x01\0\x08\0data', 32, 'latin1')
  bytes.writeUInt32LE(rate, 40)
  return bytes
}

/** The smallest files of their kinds that a browser plays or draws. */
export const media = {
  png: Buffer.from(png, 'base64'),
  pdf: Buffer.from(pdf),
  wav: wav(),
  webm: Buffer.from(webm, 'base64'),
}

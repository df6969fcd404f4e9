const { createHmac, timingSafeEqual } = require('node:crypto')

const { WEBHOOK_SECRET, ALGORITHM } = process.env
const signatureHeader = process.env.SIGNATURE_HEADER.toLowerCase()
const wanted = new Set(
  process.env.WANTED_EVENTS.split(',')
    .map((type) => type.trim())
    .filter(Boolean),
)

/** Whether the header holds the HMAC of these very bytes, as hex, with or without "sha256=" before it. */
function isSigned(body, headers) {
  const [, given] = Object.entries(headers).find(([name]) => name.toLowerCase() === signatureHeader) ?? []
  if (given === undefined) return false
  const expected = createHmac(ALGORITHM, WEBHOOK_SECRET).update(body).digest()
  const signature = Buffer.from(String(given).replace(`${ALGORITHM}=`, ''), 'hex')
  // Comparing texts would tell by its time how many characters were right.
  return signature.length === expected.length && timingSafeEqual(signature, expected)
}

/** Replace this with what the webhook is for. */
function act(context, message) {
  context.logger.infoWith('Acting on a webhook', { type: message.type })
}

exports.handler = (context, event) => {
  const answer = (status, content) =>
    context.callback(new context.Response(content, {}, 'application/json', status))

  if (!isSigned(event.body, event.headers)) {
    context.logger.warn('Refused a webhook without the right signature')
    return answer(401, { error: 'The signature is missing or wrong' })
  }

  let message
  try {
    message = JSON.parse(event.body.toString())
  } catch {
    return answer(400, { error: 'The body is not JSON' })
  }

  const isWanted = wanted.size === 0 || wanted.has(message?.type)
  if (isWanted) act(context, message ?? {})
  return answer(202, { accepted: isWanted, type: message?.type ?? null })
}

/** The rows of a CSV text, as arrays of texts. A doubled quote within quotes is a quote. */
function parseCsv(text, separator) {
  const rows = []
  let row = []
  let value = ''
  let isQuoted = false

  const endValue = () => {
    row.push(value)
    value = ''
  }
  const endRow = () => {
    endValue()
    // An empty line is a row of one empty value, which nobody meant.
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }

  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (isQuoted) {
      if (character !== '"') value += character
      else if (text[at + 1] === '"') value += text[(at += 1)]
      else isQuoted = false
    } else if (character === '"' && value === '') isQuoted = true
    else if (character === separator) endValue()
    else if (character === '\n') endRow()
    else if (character !== '\r') value += character
  }
  if (isQuoted) throw new Error('A quote is never closed')
  endRow()
  return rows
}

exports.handler = (context, event) => {
  const answer = (status, content) =>
    context.callback(new context.Response(content, {}, 'application/json', status))

  const separator = event.fields?.separator || ','
  if (separator.length !== 1) return answer(400, { error: 'The separator must be one character' })

  try {
    // A byte order mark would become a part of the first name.
    const text = event.body.toString().replace(/^\uFEFF/, '')
    const [names = [], ...rows] = parseCsv(text, separator)
    const records = rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])))
    context.logger.infoWith('Converted', { columns: names.length, records: records.length })
    return answer(200, records)
  } catch (error) {
    return answer(400, { error: error.message })
  }
}

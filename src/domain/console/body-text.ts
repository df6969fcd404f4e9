import { looksLikeUtf8, markedCharset } from '@/lib/sniff'

/** A body as text. */
export interface BodyText {
  text: string
  /** What it was read as, as the encoding standard names it. */
  charset: string
  /** Why it was not read as it was declared, or that not all of it could be read. */
  note?: string
}

/**
 * A body read by its charset. A byte order mark counts more than what was declared. Without either it is UTF-8 or, when it is not,
 * windows-1252, which any bytes are. What is declared and not known, or not true, falls back likewise and is noted.
 * @param isPart whether the bytes are the beginning of a body, which may end within a letter
 */
export function bodyText(bytes: Uint8Array, declared?: string, isPart = false): BodyText {
  const marked = markedCharset(bytes)
  const known = declared ? decoderOf(declared)?.encoding : undefined
  const charset = marked ?? known
  const unknown = declared && !known ? `The charset ${declared} is not known` : undefined
  if (charset !== undefined && charset !== 'utf-8') {
    const text = decoderOf(charset)?.decode(bytes, { stream: isPart }) ?? ''
    return { text, charset, note: unknown ?? brokenNote(text, charset) }
  }
  const text = utf8(bytes, isPart)
  if (text !== undefined) return { text, charset: 'utf-8', note: unknown }
  // Where most of it is UTF-8, a few broken bytes are shown as such; where the beginning is not, it is another charset.
  if (charset === 'utf-8' || looksLikeUtf8(bytes)) {
    const mended = new TextDecoder().decode(bytes, { stream: isPart })
    return { text: mended, charset: 'utf-8', note: unknown ?? brokenNote(mended, 'utf-8') }
  }
  return {
    text: new TextDecoder('windows-1252').decode(bytes),
    charset: 'windows-1252',
    note: unknown ?? 'No charset was declared and it is not UTF-8',
  }
}

function decoderOf(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label)
  } catch {
    return undefined
  }
}

function utf8(bytes: Uint8Array, isPart: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isPart })
  } catch {
    return undefined
  }
}

function brokenNote(text: string, charset: string): string | undefined {
  return text.includes('\ufffd') ? `Not all of it is ${charset}; what is not is shown as \ufffd` : undefined
}

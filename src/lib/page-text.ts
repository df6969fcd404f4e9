const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  copy: '©',
  mdash: '—',
  ndash: '–',
}

/**
 * What a person would read on a page of HTML: its text without markup, scripts, styles and comments, a line for each block. For the short pages
 * that a server in between makes up; the text is text, so it must not be put into a page as markup.
 */
export function pageText(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|title|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/<(?:\/?(?:p|div|h[1-6]|li|ul|ol|tr|table|center|section|body|head)|br|hr)\b[^>]*>/gi, '\n')
    .replace(/<[a-z/!?][^>]*>/gi, '')
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi,
      (whole: string, decimal?: string, hex?: string, name?: string) =>
        characterOf(whole, decimal, hex, name),
    )
    .split('\n')
    .flatMap((line) => line.replace(/\s+/g, ' ').trim() || [])
    .join('\n')
}

function characterOf(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

/**
 * Puts text on the clipboard. Plain-http origins have no `navigator.clipboard`, so a selected, off-screen text area and
 * the old copy command stand in. Resolves to whether it worked.
 */
export async function copyText(text: string): Promise<boolean> {
  if (globalThis.isSecureContext && 'clipboard' in navigator) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      // Refused, for example without focus: the old way may still do.
    }
  }
  const before = document.activeElement
  const host = before?.closest('dialog') ?? document.body
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.setAttribute('aria-hidden', 'true')
  area.style.cssText = 'position:fixed;top:0;left:-100vw;opacity:0'
  host.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus()
  return copied
}

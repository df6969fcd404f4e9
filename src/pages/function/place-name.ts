import { placeWords } from '@/domain/spec-change/change-words'
import { samePath, type Path } from '@/lib/tree'
import { settingOf } from './settings-index'

/** A place as its field calls it, or in plain words where no form has it. */
export function placeName(path: Path): string {
  return settingOf(path)?.label ?? placeWords(path)
}

/** Several places: the first by its name, the rest as a number. */
export function placeNames(paths: readonly Path[]): string {
  const [first, ...more] = [...new Set(paths.map(placeName))]
  return more.length > 0 ? `${first ?? ''} and ${more.length} more` : (first ?? '')
}

/** A place within a sentence: as its field calls it, or in plain words where no field is about it alone. */
export function placeInWords(path: Path): string {
  const setting = settingOf(path)
  if (!setting || !samePath(setting.path, path)) return placeWords(path)
  // Abbreviations and names keep their capitals.
  return setting.label.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase())
}

/** Several places in one phrase: three of them by name, the rest as a number. */
export function placesInWords(paths: readonly Path[]): string {
  const named = [...new Set(paths.map(placeInWords))]
  const shown = named.slice(0, 3)
  const more = named.length - shown.length
  if (more > 0) return `${shown.join(', ')} and ${more} more`
  const last = shown.pop() ?? ''
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : last
}

import { isSecretName } from '@/domain/function-secrets'
import { changeWords } from '@/domain/spec-change/change-words'
import { isBranch, samePath, type Change } from '@/lib/tree'
import { sourcePath } from './draft'
import { placeInWords } from '../place-name'

/** What a merge took over, in a sentence without a full stop; secrets are covered. */
export function takenInWords({ path, from, to }: Change): string {
  const label = placeInWords(path)
  if (Array.isArray(from) && Array.isArray(to)) {
    const unit = samePath(path, sourcePath) ? 'line' : 'item'
    return `${label}: ${countsInWords(from.length, to.length, unit)}`
  }
  if (path[1] === 'env' && isBranch(from) && isBranch(to) && isPlain(from.value) && isPlain(to.value))
    return changeWords(path, from.value, to.value, { label, isSecret: isSecretName(path.at(-1) ?? '') })
  return changeWords(path, from, to, { label })
}

const isPlain = (value: unknown): boolean => value !== undefined && typeof value !== 'object'

function countsInWords(removed: number, added: number, unit: string): string {
  const counted = (count: number) => (count === 1 ? `one ${unit}` : `${count} ${unit}s`)
  if (removed === 0) return `${counted(added)} added`
  return added === 0 ? `${counted(removed)} removed` : `${counted(removed)} replaced`
}

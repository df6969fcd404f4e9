import type { NuclioFunction } from '@/api/generated/schema'

/** Why a function in its state writes no log, and what comes next; nothing when that does not follow from its state. */
export function functionState({
  spec,
  status,
}: NuclioFunction): { title: string; words: string } | undefined {
  if (spec.disable)
    return {
      title: 'The function is disabled',
      words: 'No replica runs. Enable it from the menu in its header, and its log shows here.',
    }
  switch (status.state) {
    case 'scaledToZero':
      return {
        title: 'The function is scaled to zero',
        words: 'No replica runs. A request wakes it up, and its lines show here as they are written.',
      }
    case 'imported':
    case undefined:
      return {
        title: 'The function was never deployed',
        words: 'Deploy it, and what its replicas write shows here.',
      }
    case 'building':
      return {
        title: 'The function is being built',
        words: 'Its replicas start after that. The log of the build is on the Deploys tab.',
      }
    case 'error':
      return {
        title: 'The function failed to start',
        words: 'Nothing was written by a replica. The cause is on the Deploys tab.',
      }
    default:
      return undefined
  }
}

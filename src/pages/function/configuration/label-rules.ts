import { labelKeyProblem } from '@/domain/names'

const reserved = (key: string, owners: readonly string[]): string | undefined => {
  const prefix = key.includes('/') ? key.slice(0, key.indexOf('/')) : ''
  const owner = owners.find((one) => prefix === one || prefix.endsWith(`.${one}`))
  return owner && `Keys of ${owner} are set by the platform itself`
}

/** Whether a label's key belongs to the platform. */
export const ownLabelKeyProblem = (key: string): string | undefined =>
  reserved(key, ['kubernetes.io', 'k8s.io', 'nuclio.io'])

/** What is wrong with the key of an annotation; those of Nuclio are for anyone to set. */
export const annotationKeyProblem = (key: string): string | undefined =>
  labelKeyProblem(key) ?? reserved(key, ['kubernetes.io', 'k8s.io'])

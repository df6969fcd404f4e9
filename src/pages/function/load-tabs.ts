const tabs = [
  () => import('./code/route'),
  () => import('./console/route'),
  () => import('./configuration/route'),
  () => import('./triggers/route'),
  () => import('./yaml/route'),
  () => import('./review/route'),
  () => import('./conflict/route'),
  () => import('./logs/route'),
  () => import('./deploys/route'),
]

/** Fetches the tabs that were not opened yet, so that they open at once, also while the server does not answer. */
export function loadTabs(): void {
  // One that fails is asked for again when it is opened, which tells.
  for (const load of tabs) load().catch(() => undefined)
}

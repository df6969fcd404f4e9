import type { Locator, Page } from '@playwright/test'
import { all, press, yaml, type Act, type Case } from './form-acts'

/** A line of the list, or of a list within one. Looked for in its section alone: the tab has hundreds of fields. */
const volume =
  (name: string): ((page: Page) => Locator) =>
  (page) =>
    page.locator('#volumes').getByRole('group', { name, exact: true })
const inVolume =
  (name: string, label: string, value: string): Act =>
  async (page) => {
    const row = volume(name)(page)
    await row
      .getByRole('textbox', { name: label, exact: true })
      .or(row.getByRole('combobox', { name: label, exact: true }))
      .fill(value)
  }

const switchOn =
  (name: string, label: string): Act =>
  async (page) =>
    volume(name)(page).getByRole('switch', { name: label, exact: true }).click()

/** A new line of a list within a volume, or within a line of it. */
const addIn =
  (name: string, word: string): Act =>
  async (page) =>
    volume(name)(page)
      .getByRole('button', { name: `Add ${word}`, exact: true })
      .click()

const chooseIn =
  (name: string, label: string, option: string): Act =>
  async (page) => {
    await volume(name)(page).getByLabel(label, { exact: true }).selectOption({ label: option })
  }

/** A new volume, named at once, with its kind and where it is mounted. */
const addVolume = (name: string, kind: string, ...fields: [label: string, value: string][]): Act =>
  all(
    press('Add volume'),
    async (page) => {
      const row = page.locator('#volumes').getByRole('group', { name: /^volume \d+$/ })
      await row.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
      await volume(name)(page).getByLabel('Kind', { exact: true }).selectOption({ label: kind })
    },
    ...fields.map(([label, value]) => inVolume(name, label, value)),
    inVolume(name, 'Mount path', `/mnt/${name}`),
  )

const mounted = (name: string, body: object, mount: object = {}) => ({
  volume: { name, ...body },
  volumeMount: { name, mountPath: `/mnt/${name}`, ...mount },
})

const claim = { persistentVolumeClaim: { claimName: 'data', readOnly: true } }

/** Volumes of every kind, and one that is mounted twice. */
export const volumeCases: Case[] = [
  {
    act: all(
      addVolume(
        'host',
        'Host path',
        ['Path on the host', '/srv'],
        ['What must be there', 'Directory'],
        ['Path within the volume', 'sub'],
      ),
      switchOn('host', 'Read only'),
      addVolume(
        'certs',
        'Secret',
        ['Name of the secret', 'tls'],
        ['Only these keys', 'tls.crt=a/tls.crt\ntls.key'],
        ['Permissions', '0400'],
      ),
      switchOn('certs', 'May be missing'),
      addVolume(
        'settings',
        'Config map',
        ['Name of the config map', 'settings'],
        ['Only these keys', 'app.yaml=conf/app.yaml'],
        ['Permissions', '0444'],
      ),
      switchOn('settings', 'May be missing'),
      addVolume('claim', 'Persistent volume claim', ['Name of the claim', 'data']),
      switchOn('claim', 'Claim it read only'),
      addVolume('scratch', 'Empty folder', ['Kept in', 'Memory'], ['Greatest size', '1Gi']),
      addVolume(
        'v3io',
        'V3IO',
        ['Access key', 'abc-def'],
        ['Container', 'users'],
        ['Path in the container', 'me'],
      ),
      addVolume('share', 'NFS', ['Server', 'nfs.example.com'], ['Exported folder', '/exports']),
      switchOn('share', 'Share it read only'),
      addVolume(
        'store',
        'CSI driver',
        ['Driver', 'secrets-store.csi.k8s.io'],
        ['File system', 'ext4'],
        ['Settings of the driver', 'secretProviderClass=keys'],
        ['Secret for the driver', 'store-login'],
      ),
      switchOn('store', 'Claim it read only'),
      addVolume('about', 'Facts about the pod', ['Permissions', '0440']),
      addIn('about', 'file'),
      inVolume('file 1', 'Path of the file', 'labels'),
      inVolume('file labels', 'Field', 'metadata.labels'),
      inVolume('file labels', 'Permissions', '0400'),
      addIn('about', 'file'),
      inVolume('file 2', 'Path of the file', 'cpu'),
      chooseIn('file cpu', 'Holds', 'An amount of a container'),
      inVolume('file cpu', 'Resource', 'limits.cpu'),
      inVolume('file cpu', 'Container', 'nuclio'),
      inVolume('file cpu', 'Divisor', '1m'),
      addVolume('all', 'Several sources', ['Permissions', '0444']),
      addIn('all', 'source'),
      inVolume('source 1', 'Name of the secret', 'tls'),
      inVolume('source 1', 'Only these keys', 'tls.crt=certs/tls.crt'),
      switchOn('source 1', 'May be missing'),
      addIn('all', 'source'),
      chooseIn('source 2', 'Kind of the source', 'Config map'),
      inVolume('source 2', 'Name of the config map', 'settings'),
      addIn('all', 'source'),
      chooseIn('source 3', 'Kind of the source', 'Token of the service account'),
      inVolume('source 3', 'Path of the file', 'token'),
      inVolume('source 3', 'Audience', 'vault'),
      inVolume('source 3', 'Valid for', '900'),
      addIn('all', 'source'),
      chooseIn('source 4', 'Kind of the source', 'Facts about the pod'),
      addIn('source 4', 'file'),
      inVolume('source 4', 'Path of the file', 'name'),
      inVolume('source 4', 'Field', 'metadata.name'),
      addVolume('disk', 'Another kind'),
      yaml('Volume', { iscsi: { targetPortal: '10.0.0.1:3260', iqn: 'iqn.2001-04.com.example:s', lun: 0 } }),
      async (page) =>
        volume('claim')(page).getByRole('button', { name: 'Mount it in another place too' }).click(),
      async (page) => {
        const again = volume('claim')(page).nth(1)
        await again.getByRole('textbox', { name: 'Mount path' }).fill('/mnt/again')
      },
    ),
    expected: {
      'spec.volumes': [
        mounted(
          'host',
          { hostPath: { path: '/srv', type: 'Directory' } },
          { readOnly: true, subPath: 'sub' },
        ),
        mounted('certs', {
          secret: {
            secretName: 'tls',
            items: [
              { key: 'tls.crt', path: 'a/tls.crt' },
              { key: 'tls.key', path: 'tls.key' },
            ],
            defaultMode: 0o400,
            optional: true,
          },
        }),
        mounted('settings', {
          configMap: {
            name: 'settings',
            items: [{ key: 'app.yaml', path: 'conf/app.yaml' }],
            defaultMode: 0o444,
            optional: true,
          },
        }),
        mounted('claim', claim),
        mounted('claim', claim, { mountPath: '/mnt/again' }),
        mounted('scratch', { emptyDir: { medium: 'Memory', sizeLimit: '1Gi' } }),
        mounted('v3io', {
          flexVolume: {
            driver: 'v3io/fuse',
            options: { accessKey: 'abc-def', container: 'users', subPath: 'me' },
          },
        }),
        mounted('share', { nfs: { server: 'nfs.example.com', path: '/exports', readOnly: true } }),
        mounted('store', {
          csi: {
            driver: 'secrets-store.csi.k8s.io',
            fsType: 'ext4',
            volumeAttributes: { secretProviderClass: 'keys' },
            nodePublishSecretRef: { name: 'store-login' },
            readOnly: true,
          },
        }),
        mounted('about', {
          downwardAPI: {
            defaultMode: 0o440,
            items: [
              { path: 'labels', mode: 0o400, fieldRef: { fieldPath: 'metadata.labels' } },
              {
                path: 'cpu',
                resourceFieldRef: { resource: 'limits.cpu', containerName: 'nuclio', divisor: '1m' },
              },
            ],
          },
        }),
        mounted('all', {
          projected: {
            defaultMode: 0o444,
            sources: [
              { secret: { name: 'tls', items: [{ key: 'tls.crt', path: 'certs/tls.crt' }], optional: true } },
              { configMap: { name: 'settings' } },
              { serviceAccountToken: { path: 'token', audience: 'vault', expirationSeconds: 900 } },
              { downwardAPI: { items: [{ path: 'name', fieldRef: { fieldPath: 'metadata.name' } }] } },
            ],
          },
        }),
        mounted('disk', {
          iscsi: { targetPortal: '10.0.0.1:3260', iqn: 'iqn.2001-04.com.example:s', lun: 0 },
        }),
      ],
    },
  },
]

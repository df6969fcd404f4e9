import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const iris: MantineColorsTuple = [
  '#f1f3ff',
  '#e0e5fe',
  '#bfc8fb',
  '#a0adf9',
  '#8f9ef7',
  '#6575ea',
  '#4a58d6',
  '#3f4bbd',
  '#343e9c',
  '#2a327c',
]

const gray: MantineColorsTuple = [
  '#f8f9fb',
  '#f1f3f6',
  '#e6e9ee',
  '#dadee5',
  '#c5cbd4',
  '#9aa3af',
  '#5f6875',
  '#4b535f',
  '#333a44',
  '#1b2028',
]

const dark: MantineColorsTuple = [
  '#e4e7ec',
  '#c6cbd4',
  '#a3abb8',
  '#8a93a1',
  '#3d434f',
  '#2e333d',
  '#1f232a',
  '#14171c',
  '#0f1216',
  '#0a0c0f',
]

const controlHeight = '32px'

/** The look of every Mantine part: one accent, cool greys, a 4 px grid, system fonts, 32 px controls with 13 px text. */
export const theme = createTheme({
  primaryColor: 'iris',
  primaryShade: 6,
  colors: { iris, gray, dark },
  white: '#ffffff',
  black: '#1b2028',
  fontFamily: 'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '16px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: {
      defaultProps: { size: 'xs' },
      vars: (_: unknown, props: { size?: string }) =>
        props.size === 'xs'
          ? {
              root: { '--button-height': controlHeight, '--button-fz': '13px', '--button-padding-x': '12px' },
            }
          : { root: {} },
    },
    Input: {
      defaultProps: { size: 'xs' },
      vars: (_: unknown, props: { multiline?: boolean }) => ({
        wrapper: { '--input-fz': '13px', ...(props.multiline ? {} : { '--input-height': controlHeight }) },
      }),
    },
    InputWrapper: {
      defaultProps: { size: 'xs', inputWrapperOrder: ['label', 'input', 'error', 'description'] },
      vars: () => ({
        label: { '--input-label-size': '13px' },
        error: { '--input-error-size': '12px' },
        description: { '--input-description-size': '12px' },
      }),
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
    Modal: { defaultProps: { centered: false, transitionProps: { duration: 100 } } },
    Tooltip: { defaultProps: { openDelay: 300 } },
  },
})

/** Mantine's own variables, set so that dimmed, placeholder and error text pass AA on every surface in both schemes. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': 'var(--mantine-color-gray-6)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-6)',
    '--mantine-color-error': '#c02626',
    '--mantine-color-anchor': 'var(--mantine-color-iris-6)',
    '--mantine-color-default-border': 'var(--mantine-color-gray-4)',
    '--mantine-color-disabled-color': 'var(--mantine-color-gray-6)',
  },
  dark: {
    '--mantine-color-body': 'var(--mantine-color-dark-7)',
    '--mantine-color-dimmed': 'var(--mantine-color-dark-2)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-3)',
    '--mantine-color-error': '#ff8f8f',
    '--mantine-color-anchor': 'var(--mantine-color-iris-3)',
    '--mantine-color-default': 'var(--mantine-color-dark-6)',
    '--mantine-color-default-hover': 'var(--mantine-color-dark-5)',
    '--mantine-color-default-border': 'var(--mantine-color-dark-4)',
    '--mantine-color-disabled-color': 'var(--mantine-color-dark-2)',
  },
})

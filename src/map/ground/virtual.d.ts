declare module 'virtual:maplibre' {
  /** The address of MapLibre's file, which exports `maplibre` and its own text as `source`. */
  const url: string;
  export default url;
}

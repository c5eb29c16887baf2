/** Keys → cameras: arrows pan, plus and minus zoom, as MapLibre's keyboard handler does. Pure. */
import { panned, zoomedAbout, type Size } from './mercator';
import type { Camera } from '../../view/camera';

const panStep = 100;

/** Where a key takes the map, `null` where it means nothing here. */
export function cameraForKey(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>,
  camera: Camera,
  size: Size,
): Camera | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const centre = [size[0] / 2, size[1] / 2] as const;
  switch (event.key) {
    case 'ArrowLeft':
      return panned(camera, -panStep, 0, size);
    case 'ArrowRight':
      return panned(camera, panStep, 0, size);
    case 'ArrowUp':
      return panned(camera, 0, -panStep, size);
    case 'ArrowDown':
      return panned(camera, 0, panStep, size);
    case '+':
    case '=':
      return zoomedAbout(camera, 1, centre, size);
    case '-':
    case '_':
      return zoomedAbout(camera, -1, centre, size);
    default:
      return null;
  }
}

let audio: AudioContext | null = null;

/** Browsers make no sound before the person has touched the page: this is for that first touch. */
export function allowSound(): void {
  audio ??= new AudioContext();
  if (audio.state === 'suspended') void audio.resume();
}

/** Two soft tones, the second higher, and a shake: something is here for you. */
export function callForAttention(): void {
  navigator.vibrate?.([180, 90, 180]);
  if (!audio || audio.state !== 'running') return;
  const start = audio.currentTime;
  for (const [index, frequency] of [659.25, 880].entries()) {
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    const at = start + index * 0.22;
    tone.frequency.value = frequency;
    loudness.gain.setValueAtTime(0, at);
    loudness.gain.linearRampToValueAtTime(0.4, at + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.6);
    tone.connect(loudness).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.65);
  }
}

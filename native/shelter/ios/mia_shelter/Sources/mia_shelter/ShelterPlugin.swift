import Flutter
import UIKit

/// Keeps what is on the screen out of the app switcher: a plain sheet, from the moment the app loses the screen.
public class ShelterPlugin: NSObject, FlutterPlugin {
    private static let shared = ShelterPlugin()
    private var sheets: [UIView] = []

    public static func register(with registrar: FlutterPluginRegistrar) {
        let center = NotificationCenter.default
        center.removeObserver(shared)
        center.addObserver(
            shared, selector: #selector(cover),
            name: UIApplication.willResignActiveNotification, object: nil)
        center.addObserver(
            shared, selector: #selector(uncover),
            name: UIApplication.didBecomeActiveNotification, object: nil)
    }

    @objc private func cover() {
        uncover()
        let scenes = UIApplication.shared.connectedScenes.compactMap { $0 as? UIWindowScene }
        for window in scenes.flatMap({ $0.windows }) {
            let sheet = UIView(frame: window.bounds)
            sheet.backgroundColor = .systemBackground
            sheet.autoresizingMask = [.flexibleWidth, .flexibleHeight]
            sheet.accessibilityElementsHidden = true
            window.addSubview(sheet)
            sheets.append(sheet)
        }
    }

    @objc private func uncover() {
        sheets.forEach { $0.removeFromSuperview() }
        sheets = []
    }
}

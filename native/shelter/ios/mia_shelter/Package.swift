// swift-tools-version: 5.9
import PackageDescription

let package = Package(
    name: "mia_shelter",
    platforms: [.iOS("13.0")],
    products: [.library(name: "mia-shelter", targets: ["mia_shelter"])],
    dependencies: [.package(name: "FlutterFramework", path: "../FlutterFramework")],
    targets: [
        .target(
            name: "mia_shelter",
            dependencies: [.product(name: "FlutterFramework", package: "FlutterFramework")]
        )
    ]
)
